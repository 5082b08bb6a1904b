import { describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { boxesOfWay, diagramOf } from '#lib/domain/regulation/diagram.ts';
import { textWidth } from '#lib/domain/regulation/diagram-text.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { regulations } from '#lib/law/catalog.ts';
import { ninthService } from '../../../../tests/support/ninth-service.ts';
import { aStory, NUMBER, type Story } from '../../../../tests/support/a-story.ts';
import { marksOf } from './diagram-marks.ts';
import { svgFile } from './diagram-svg.ts';
import { diagramView } from './diagram-view.ts';

const benefit = regulations[2]!;
const diagram = diagramOf(benefit, 'center');
const note = ({ done }: Application['steps'][number]) => [`at ${done?.at}`];

/** The boxes that are in a state, by their ids. */
function boxesIn(story: Story, state: string): string[] {
	const marks = marksOf(diagram, { application: story.fold(), note });
	return [...marks].filter(([, mark]) => mark.state === state).map(([id]) => id);
}

describe('an application in the diagram of its regulation', () => {
	it('G41 what is done is told with its note, and one box is where it stands', () => {
		const story = aStory();
		const accepted = story.accepted();
		expect(boxesIn(story, 'done')).toEqual(['applies', 'accepted']);
		expect(boxesIn(story, 'here')).toEqual(['collected']);
		story.assigned(accepted);
		const marks = marksOf(diagram, { application: story.fold(), note });
		expect(marks.get('accepted')?.notes[0]).toMatch(/^at \d+$/);
		expect(marks.get('dispatched')).toEqual({ state: 'gap', notes: [] });
	});

	it('G41 at the executor it stands at the decision, and both processes lie ahead', () => {
		const story = aStory();
		story.assigned(story.registered(story.accepted()));
		expect(boxesIn(story, 'here')).toEqual(['decision']);
		expect(boxesIn(story, 'ahead')).toEqual(
			[...boxesOfWay(diagram, 'notice'), ...boxesOfWay(diagram, 'refusal')].map(({ id }) => id)
		);
		expect(boxesIn(story, 'off')).toEqual([]);
	});

	it.each([
		['notice', 'refusal'],
		['refusal', 'notice']
	] as const)('G41 after a draft of a %s the other process is out of the question', (kind, other) => {
		const story = aStory();
		story.drafted(story.assigned(story.registered(story.accepted())), kind);
		expect(boxesIn(story, 'off')).toEqual(boxesOfWay(diagram, other).map(({ id }) => id));
		expect(boxesIn(story, 'here')).toEqual([`signed:${kind}`]);
		expect(boxesIn(story, 'done')).toContain(`drafted:${kind}`);
	});
});

describe('the title of a drawing', () => {
	it.each(['kk', 'ru'] as const)(
		'G91 in %s names the source of a service that is not of the resolution, and not the resolution',
		(lang) => {
			const texts = (regulation: Regulation) =>
				JSON.stringify(diagramView(regulation, 'center', lang, { law: plainLaw }).drawing);
			expect(texts(benefit)).toContain('№ 370');
			expect(texts(ninthService())).toContain('Үлгі, 1-қосымша');
			expect(texts(ninthService())).not.toContain('№ 370');
		}
	);

	it('G41 names the application whose place it shows, so that a printed sheet is not mistaken', () => {
		const story = aStory();
		story.accepted();
		const { drawing, fileName } = diagramView(benefit, 'center', 'ru', {
			law: plainLaw,
			story: { application: story.fold(), note }
		});
		expect(drawing.title).toBe(`3 · Пособие на детей. Через Центр. Заявление ${formatNumber(NUMBER)}`);
		expect(fileName).toBe(`child-benefit-under-18-v1-center-${NUMBER}-ru.svg`);
	});
});

describe('a diagram as a file and as lists', () => {
	const every = regulations.flatMap((regulation) =>
		(['kk', 'ru'] as const).map(
			(lang) => [regulation.number, lang, diagramView(regulation, 'body', lang, { law: plainLaw })] as const
		)
	);

	it.each(every)(
		'G42 of service %i in %s stands alone: colours resolved, nothing loaded from anywhere',
		(_, lang, view) => {
			const file = svgFile(view.drawing, lang);
			expect(file).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
			expect(file).not.toMatch(/var\(|<style|<script|href|url\(|class=|undefined|NaN/);
			expect(file.match(/<(?!\?|\/|svg|title|rect|circle|path|text)[a-z]/g)).toBeNull();
			expect(file.split('<text').length - 1).toBe(file.split('</text>').length - 1);
			expect(view.fileName).toMatch(/^[\x21-\x7e]+\.svg$/);
		}
	);

	it('G43 units that share a step are told in one sentence', () => {
		const unitOf = (id: string, lang: 'kk' | 'ru') =>
			diagramView(benefit, 'center', lang, { law: plainLaw })
				.groups.flatMap(({ items }) => items)
				.find((item) => item.id === id)?.unit;
		expect(unitOf('registered', 'kk')).toBe('Кеңсе қызметкері немесе жауапты орындаушы');
		expect(unitOf('registered', 'ru')).toBe('Сотрудник канцелярии или ответственный исполнитель');
	});

	it('G42 marks of XML in the words stay words', () => {
		const drawing = { ...diagramView(benefit, 'body', 'kk', { law: plainLaw }).drawing, title: 'a < b & "c"' };
		expect(svgFile(drawing, 'kk')).toContain('<title id="title">a &lt; b &amp; &quot;c&quot;</title>');
	});

	it.each(every)(
		'G43 the lists of service %i in %s tell every step of both processes with unit and limit',
		(_, lang, view) => {
			const diagramHere = diagramOf(
				regulations.find(({ number }) => number === _)!,
				'body'
			);
			expect(view.groups.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(
				diagramHere.boxes.map(({ id }) => id)
			);
			for (const box of diagramHere.boxes) {
				const item = view.groups.flatMap(({ items }) => items).find(({ id }) => id === box.id)!;
				expect(item.unit).not.toBe('');
				if (box.step) expect([item.action, item.no]).toEqual([box.step.action[lang], String(box.step.no ?? '')]);
				if (box.step?.limit) expect(item.limit).not.toBe('');
			}
		}
	);

	it.each(every)(
		'G44 in the drawing of service %i in %s no words leave their box, no box the drawing',
		(...[, , view]) => {
			const { shapes, width, height } = view.drawing;
			const boxes = shapes.filter((shape) => shape.kind === 'rect').filter(({ look }) => /^(?:box|end)/.test(look));
			const texts = shapes.filter((shape) => shape.kind === 'text');
			expect(boxes.length).toBeGreaterThan(8);
			for (const box of boxes) {
				expect(box.x + box.width).toBeLessThanOrEqual(width);
				expect(box.y + box.height).toBeLessThanOrEqual(height);
				const inside = texts.filter(
					({ x, y }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
				);
				expect(inside.length).toBeGreaterThan(0);
				for (const { x, y, text, size, bold, anchor } of inside) {
					expect(y + 2).toBeLessThanOrEqual(box.y + box.height);
					const share = anchor === 'start' ? 0 : anchor === 'middle' ? 0.5 : 1;
					const left = x - share * textWidth(text, size, bold);
					expect(left, text).toBeGreaterThanOrEqual(box.x);
					expect(left + textWidth(text, size, bold), text).toBeLessThanOrEqual(box.x + box.width);
				}
			}
		}
	);
});
