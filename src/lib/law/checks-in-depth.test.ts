import { describe, expect, it } from 'vitest';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type CheckName, checkRegulation } from '#lib/domain/regulation/regulation-checks.ts';
import { readings } from './all-readings.ts';
import { builtInRegulation } from './catalog.ts';

const readingIds = readings.map(({ id }) => id);

/** What each cross-check looks at beyond its first place: the mistake, and where it must be told. */
const MISTAKES: readonly [CheckName, string, string, (regulation: Regulation) => unknown][] = [
	[
		'decision-steps-in-order',
		'a signature before the draft',
		'routes.body',
		({ routes: { body } }) => {
			const [drafted, signed] = ['drafted', 'signed'].map((fact) => body.findIndex((row) => row.fact === fact));
			[body[drafted!], body[signed!]] = [body[signed!]!, body[drafted!]!];
		}
	],
	[
		'start-before-step',
		'a limit that its own step begins',
		'routes.body.2',
		({ routes }) => (routes.body[2]!.starts = 'drafted')
	],
	[
		'value-has-source',
		'a ground of refusal that is neither law nor an example',
		'refusalGrounds.0',
		({ refusalGrounds }) => {
			delete refusalGrounds[0]!.example;
			delete refusalGrounds[0]!.source;
		}
	],
	[
		'no-latin-letters',
		'a Latin letter in a form of completion',
		'table1.3',
		({ table1 }) => (table1.actions[2]!.completion.kk += ' тiзілім')
	],
	[
		'no-latin-letters',
		'a Latin letter in an action of the alternative process',
		'table3.1',
		({ table3 }) => (table3.actions[0]!.action.kk += ' кiту')
	],
	['reading-known', 'an action under no reading', 'table1.4', ({ table1 }) => table1.actions[3]!.readings.push('C99')],
	['reading-known', 'a step under no reading', 'routes.body.1', ({ routes }) => routes.body[1]!.readings.push('C99')],
	[
		'center-route-provided',
		'a way through Centers without a receipt there',
		'routes.center',
		({ receipt }) => (receipt.center = null)
	],
	[
		'center-route-provided',
		'a way through Centers of a service that they do not provide',
		'routes.center',
		({ providedBy }) => (providedBy.centers = false)
	]
];

describe('the cross-checks of a regulation', () => {
	it.each(MISTAKES)('G37 %s finds %s at %s', (check, _what, place, spoil) => {
		const regulation = structuredClone(builtInRegulation('child-benefit-under-18', 1)!);
		spoil(regulation);
		const failures = checkRegulation(regulation, { readingIds }).filter((failure) => failure.check === check);
		expect(failures.map((failure) => failure.place)).toContain(place);
	});
});
