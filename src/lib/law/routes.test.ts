import { describe, expect, it } from 'vitest';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { entriesOf, type Entry, type Outcome, routeOf, type RouteStep } from '#lib/domain/regulation/route.ts';
import { regulations } from './catalog.ts';

function service(number: number): Regulation {
	const regulation = regulations.find((candidate) => candidate.number === number);
	if (regulation === undefined) throw new Error(`no service ${number}`);
	return regulation;
}

/** One line per step: action, fact, unit (and others), limit, start; `~` where paper moves. */
function line({ no, fact, unit, alsoBy, limit, starts, physical }: RouteStep): string {
	const units = [unit, ...alsoBy].join('+');
	const time = limit === null ? '-' : `${limit.bound === undefined ? '' : '≥'}${limit.amount} ${limit.unit}`;
	return `${no ?? '-'} ${fact}${physical ? '~' : ''} ${units} | ${time} | ${starts}`;
}

function lines(number: number, entry: Entry, outcome: Outcome = 'notice'): string[] {
	return routeOf(service(number), entry, outcome).map(line);
}

describe('the route of an application', () => {
	it('G12 of service 3 through a Center has twelve steps, in the order of table 1', () => {
		expect(lines(3, 'center')).toEqual([
			'1 accepted centerInspector | 30 minutes | visit',
			'2 collected~ accumulationInspector | 3 timesPerDay | collectSlot',
			'3 dispatched~ accumulationInspector | ≥2 timesPerDay | dispatchSlot',
			'- arrived~ chancery+executor | - | dispatched',
			'4 registered chancery+executor | 1 hours | arrived',
			'5 assigned head | 1 hours | registered',
			'6 drafted executor | 10 workingDays | firstAssigned',
			'7 signed head | 30 minutes | drafted',
			'8 recorded chancery+executor | 1 withinWorkingDay | signed',
			'8 returned~ chancery+executor | 1 withinWorkingDay | signed',
			'- resultsArrived~ accumulationInspector+centerInspector | - | returned',
			'9 handedOut centerInspector | 1 withinWorkingDay | applicantCalled'
		]);
	});

	it('G12 of service 3 straight to the body has six steps: accepting there is registering', () => {
		expect(lines(3, 'body')).toEqual([
			'4 accepted chancery+executor | 1 hours | visit',
			'5 assigned head | 1 hours | accepted',
			'6 drafted executor | 10 workingDays | firstAssigned',
			'7 signed head | 30 minutes | drafted',
			'8 recorded chancery+executor | 1 withinWorkingDay | signed',
			'8 handedOut chancery+executor | 1 withinWorkingDay | applicantCalled'
		]);
	});

	// Service, then accepted, drafted, signed, recorded, handedOut straight at the body.
	it.each([
		[
			1,
			'chancery | 5 minutes',
			'5 minutes',
			'5 minutes',
			'5 recorded executor+chancery | 5 minutes',
			'5 handedOut executor+chancery | 5 minutes'
		],
		[
			2,
			'executor+chancery | 30 minutes',
			'30 minutes',
			'15 minutes',
			'5 recorded executor | 1 withinWorkingDay',
			'5 handedOut executor | 1 withinWorkingDay'
		],
		[
			4,
			'chancery | 1 hours',
			'7 workingDays',
			'30 minutes',
			'5 recorded executor+chancery | 1 withinWorkingDay',
			'5 handedOut executor+chancery | 1 withinWorkingDay'
		],
		[
			5,
			'executor+chancery | 1 hours',
			'10 workingDays',
			'30 minutes',
			'5 recorded executor+chancery | 1 withinWorkingDay',
			'5 handedOut executor+chancery | 1 withinWorkingDay'
		],
		[
			6,
			'chancery | 1 hours',
			'10 workingDays',
			'30 minutes',
			'5 recorded chancery | 1 withinWorkingDay',
			'5 handedOut chancery | 1 withinWorkingDay'
		],
		[
			7,
			'executor+chancery | 1 hours',
			'10 workingDays',
			'30 minutes',
			'5 recorded executor+chancery | 1 withinWorkingDay',
			'5 handedOut executor+chancery | 1 withinWorkingDay'
		],
		[
			8,
			'chancery | 1 hours',
			'15 calendarDays',
			'30 minutes',
			'5 recorded chancery | 1 withinOneDay',
			'6 handedOut executor | 1 withinOneDay'
		]
	])(
		'G13 of service %i at the body has the units and limits of its table 1',
		(number, accept, exam, sign, record, handOut) => {
			const resolution = number === 1 ? '5 minutes' : number === 2 ? '30 minutes' : '1 hours';
			expect(lines(number, 'body')).toEqual([
				`1 accepted ${accept} | visit`,
				`2 assigned head | ${resolution} | accepted`,
				`3 drafted executor | ${exam} | firstAssigned`,
				`4 signed head | ${sign} | drafted`,
				`${record} | signed`,
				`${handOut} | applicantCalled`
			]);
		}
	);

	it('G14 goes the same way for a notice and a refusal: refusals are recorded and handed out too', () => {
		for (const { number } of regulations) {
			for (const entry of entriesOf(service(number))) {
				expect(lines(number, entry, 'refusal')).toEqual(lines(number, entry, 'notice'));
				expect(routeOf(service(number), entry, 'refusal').at(-1)?.action).toEqual({
					kk: 'Дәлелді бас тартуды беру',
					ru: 'Выдача мотивированного отказа'
				});
			}
		}
	});

	it('G14 says in its words which paper is made', () => {
		const words = (number: number, outcome: Outcome) =>
			routeOf(service(number), 'body', outcome).find(({ fact }) => fact === 'signed')?.action;
		expect(words(3, 'notice')).toEqual({ kk: 'Хабарламаға қол қою', ru: 'Подписание уведомления' });
		expect(words(3, 'refusal')).toEqual({ kk: 'Дәлелді бас тартуға қол қою', ru: 'Подписание мотивированного отказа' });
		expect(words(1, 'notice')).toEqual({ kk: 'Анықтамаға қол қою', ru: 'Подписание справки' });
		expect(words(2, 'notice')).toEqual({ kk: 'Жолдамаға қол қою', ru: 'Подписание направления' });
	});

	it('G15 is open through a Center only where the regulation says so', () => {
		expect(
			regulations.filter((regulation) => entriesOf(regulation).includes('center')).map(({ number }) => number)
		).toEqual([3]);
		expect(routeOf(service(1), 'center', 'notice')).toEqual([]);
	});

	it('G16 names the place in the resolution and the readings behind each step', () => {
		const steps = routeOf(service(3), 'center', 'notice');
		expect(steps[5]?.source).toBe('3-қосымша, 3-қосымша, 1-кесте, 5-әрекет');
		expect(steps[6]?.source).toBe('3-қосымша, 3-қосымша, 1-кесте, 6-әрекет; C18');
		expect(steps[8]?.source).toBe('3-қосымша, 3-қосымша, 1-кесте, 8-әрекет; C16');
		expect(steps[3]?.source).toBe('3-қосымша, 3-қосымша, 2-кесте, 2-әрекет; C16');
		expect(steps[10]?.source).toBe('3-қосымша, 11-тармақ 8)');
		expect(steps[6]?.completion).toBe('Құжаттарды басшылыққа тапсыру');
	});
});
