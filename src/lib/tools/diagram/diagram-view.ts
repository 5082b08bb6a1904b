import { type Application } from '#lib/domain/application/application.ts';
import {
	boxesOfWay,
	type Diagram,
	type DiagramBox,
	diagramOf,
	type LaneUnit,
	type Way
} from '#lib/domain/regulation/diagram.ts';
import { type BoxMark } from '#lib/domain/regulation/diagram-box.ts';
import { drawDiagram } from '#lib/domain/regulation/diagram-drawing.ts';
import { type Drawing } from '#lib/domain/regulation/diagram-look.ts';
import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Entry } from '#lib/domain/regulation/route.ts';
import { type Lang } from '#lib/i18n/language.ts';
import { createTranslator } from '#lib/i18n/translate.ts';
import { marksOf } from './diagram-marks.ts';
import { limitWords } from '#lib/tools/story/movement-paper.ts';

/** One step as a reader hears it. */
type DiagramItem = {
	id: string;
	/** «1» of table 1, or empty. */
	no: string;
	unit: string;
	action: string;
	limit: string;
	state: BoxMark['state'] | null;
	stateWord: string;
	notes: readonly string[];
};
export type DiagramGroup = { way: Way; title: string; items: DiagramItem[] };

/** A diagram in the words of one language: the drawing, and beside it the same as lists. */
type DiagramView = { label: string; drawing: Drawing; groups: DiagramGroup[]; fileName: string };

/** An application on its way: what is told of each step that is done. */
export type DiagramStory = { application: Application; note: (step: Application['steps'][number]) => string[] };

/** What a screen shows of one entry of a regulation; with a story also where the application is. */
export function diagramView(
	regulation: Regulation,
	entry: Entry,
	lang: Lang,
	{ law, story }: { law: Law; story?: DiagramStory | undefined }
): DiagramView {
	const t = createTranslator(lang);
	const diagram = diagramOf(regulation, entry);
	const marks = story ? marksOf(diagram, story) : new Map<string, BoxMark>();
	const name = `${regulation.number} · ${regulation.workingName[lang]}`;
	const number = story ? `. ${t('application.title')} ${formatNumber(story.application.number)}` : '';
	const title = `${name}. ${t(`regulations.diagramOf.${entry}`)}${number}`;
	const notice = regulation.resultPaper[lang];
	const refusal = t('states.outcome.refusal');
	const unit = (code: LaneUnit) => (code === 'applicant' ? t('regulations.applicant') : t(`states.roles.${code}`));
	const action = (box: DiagramBox): string => {
		if (box.kind === 'applies') return t('regulations.applies');
		if (box.kind === 'decision') return t('regulations.decision');
		if (box.kind === 'collects')
			return t(box.way === 'refusal' ? 'regulations.collectsRefusal' : 'regulations.collects');
		return box.step?.action[lang] ?? '';
	};
	const limit = ({ step }: DiagramBox) => (step?.limit ? limitWords(step.limit)[lang] : '');
	const drawing = drawDiagram(
		diagram,
		{
			title,
			subtitle: subtitleOf(regulation, law, t),
			lane: unit,
			action,
			limit,
			ways: { notice, refusal },
			legend: { notice: t('regulations.legendNotice'), refusal: t('regulations.legendRefusal') },
			here: t('regulations.here')
		},
		marks
	);
	const item = (box: DiagramBox): DiagramItem => {
		const others = box.step?.alsoBy.map((code) => t('regulations.orUnit', { unit: inSentence(unit(code)) })) ?? [];
		const mark = marks.get(box.id);
		return {
			id: box.id,
			no: box.step?.no ? String(box.step.no) : '',
			unit: [unit(box.unit), ...others].join(' '),
			action: action(box),
			limit: limit(box),
			state: mark?.state ?? null,
			stateWord: mark ? t(`regulations.${STATE_WORDS[mark.state]}`) : '',
			notes: mark?.notes ?? []
		};
	};
	const titles: Record<Way, string> = {
		both: t('regulations.commonSteps'),
		notice: t('regulations.mainProcess', { paper: notice }),
		refusal: t('regulations.alternativeProcess', { paper: refusal })
	};
	return {
		label: t('regulations.diagramLabel', { name, entry: t(`regulations.diagramOf.${entry}`) }),
		drawing,
		groups: WAYS.map((way) => ({ way, title: titles[way], items: boxesOfWay(diagram, way).map(item) })).filter(
			({ items }) => items.length > 0
		),
		fileName: fileNameOf(regulation, diagram, lang, story)
	};
}

function subtitleOf(
	{ id, annex, source, version }: Regulation,
	{ isOfResolution, resolution }: Law,
	t: ReturnType<typeof createTranslator>
): string {
	if (!isOfResolution(id)) return t('regulations.diagramSubtitleCameIn', { source, version: String(version) });
	const { number } = resolution;
	return t('regulations.diagramSubtitle', { number, annex: String(annex), version: String(version) });
}

const WAYS: readonly Way[] = ['both', 'notice', 'refusal'];
const STATE_WORDS = {
	done: 'stateDone',
	here: 'stateHere',
	ahead: 'stateAhead',
	gap: 'stateGap',
	off: 'stateOff'
} as const;

/** A unit that is not the first word; the Center keeps its capital letter, as everywhere. */
const inSentence = (name: string): string =>
	name.startsWith('Орталық') ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** In ASCII, so that no mail program and no old disk spoils it. */
function fileNameOf({ id, version }: Regulation, { entry }: Diagram, lang: Lang, story?: DiagramStory): string {
	return [id, `v${version}`, entry, ...(story ? [story.application.number] : []), lang].join('-') + '.svg';
}
