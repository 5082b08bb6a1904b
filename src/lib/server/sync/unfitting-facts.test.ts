import { describe, expect, it } from 'vitest';
import { BODY, Writer } from '#tests/contract/server-store-writer.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
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

	it('D103 of a type that this program does not know are not judged', () => {
		const unknown = (writer: Writer) => {
			const fact = writer.registered(1);
			Object.assign(fact, { type: 'inspected', text: fact.text.replace('"registered"', '"inspected"') });
		};
		expect(writtenBy('admin', unknown)).toEqual([]);
	});
});
