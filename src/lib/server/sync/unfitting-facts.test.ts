import { describe, expect, it } from 'vitest';
import { BODY, Writer } from '#tests/contract/server-store-writer.ts';
import { MINUTE, MONDAY, written } from '#tests/support/law-facts.ts';
import { ninthService, serviceImport } from '#tests/support/ninth-service.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { plainLaw } from '#tests/support/plain-law.ts';
import { unfittingJudge } from './unfitting-facts.ts';

function writtenBy(role: Role, write: (writer: Writer) => unknown, org = BODY) {
	const writer = new Writer('J1', org);
	writer.role = role;
	write(writer);
	return unfittingJudge(() => plainLaw)(writer.facts).map(({ type, role }) => `${type} by ${role}`);
}

describe('facts whose author’s role no act gives them to', () => {
	it('D103 are found, whatever their type', () => {
		expect(writtenBy('centerInspector', (writer) => writer.registered(1))).toEqual(['registered by centerInspector']);
		expect(writtenBy('admin', (writer) => writer.dispatched([1]))).toEqual(['dispatched by admin']);
		expect(writtenBy('executor', (writer) => writer.dayOff())).toEqual(['calendarChanged by executor']);
	});

	it('D103 are none where the regulation of some service gives the step to the role', () => {
		expect(writtenBy('chancery', (writer) => writer.registered(1))).toEqual([]);
		for (const role of ['centerInspector', 'chancery', 'executor'] as const)
			expect(writtenBy(role, (writer) => writer.accepted(1))).toEqual([]);
		expect(writtenBy('head', (writer) => writer.accepted(1))).toEqual(['accepted by head']);
	});

	it('D103 are none where an imported service gives the step, also one whose number another had first', () => {
		const own = ninthService();
		const assigned = own.routes.center!.find(({ fact }) => fact === 'assigned')!;
		assigned.alsoBy.push('executor');
		const other = ninthService({ id: 'other-aid', workingName: { kk: 'Басқа көмек', ru: 'Иная помощь' } });
		const ofBoth = lawOf([
			...written([{ draft: serviceImport(other, BODY), at: MONDAY, org: BODY }], 'a'),
			...written([{ draft: serviceImport(own, BODY), at: MONDAY + MINUTE, org: BODY }], 'b')
		]);
		expect(ofBoth.refusedImports).toMatchObject([{ id: own.id, why: 'otherNumber' }]);
		const writer = new Writer('J1', BODY);
		writer.role = 'executor';
		const fact = writer.registered(1);
		Object.assign(fact, { type: 'assigned', text: fact.text.replace('"registered"', '"assigned"') });
		const judged = (law: Law) => unfittingJudge(() => law)(writer.facts).length;
		expect([judged(plainLaw), judged(ofBoth)]).toEqual([1, 0]);
	});

	it('D103 of a type that this program does not know are not judged', () => {
		const unknown = (writer: Writer) => {
			const fact = writer.registered(1);
			Object.assign(fact, { type: 'inspected', text: fact.text.replace('"registered"', '"inspected"') });
		};
		expect(writtenBy('admin', unknown)).toEqual([]);
	});
});
