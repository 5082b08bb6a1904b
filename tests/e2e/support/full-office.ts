import { type FactId } from '#lib/domain/fact/ids.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { DEMO_APPLICATIONS, type DemoApplication } from '#lib/server/demo/demo-applications.ts';
import { playDays } from '#lib/server/demo/play-days.ts';
import { OtherDevice } from './other-device.ts';
import { CLERK, WINDOW_1 } from './desk.ts';

/** As many of each as a day of a large office has: more than any screen shows at once. */
const OF_EACH = 24;
const BY_STEP = ['registered', 'drafted', 'signed', 'returned'] as const;
/** What the body accepts itself is registered at once. */
const AT_BODY = { entry: 'body', until: 'accepted' } as const;

function plans(): DemoApplication[] {
	const people = DEMO_APPLICATIONS;
	const person = (place: number) => people[(place * 7) % people.length]!;
	const plan = (place: number, more: Partial<DemoApplication>): DemoApplication => {
		const { surname, given, patronymic, born, male } = person(place);
		const base = { surname, given, patronymic, born, ...(male ? { male } : {}), service: 3, entry: 'center' } as const;
		return { ...base, daysAgo: 7, until: null, ...more };
	};
	const steps = BY_STEP.flatMap((until, group) =>
		Array.from({ length: OF_EACH }, (_, index) =>
			plan(group * OF_EACH + index, { until, daysAgo: until === 'registered' ? 2 : 7 })
		)
	);
	const counter = Array.from({ length: OF_EACH }, (_, index) =>
		plan(index + 3, { ...AT_BODY, service: [1, 4, 5, 6, 7, 8][index % 6]!, daysAgo: 1 + (index % 2) })
	);
	return [...steps, ...counter];
}

/** Fills the desks of a Center and a body, by the program's own rules, as two devices that no longer come. */
export async function fillOffice(origin: string): Promise<void> {
	const center = await OtherDevice.enrol(origin, WINDOW_1);
	const body = await OtherDevice.enrol(origin, CLERK);
	const written = playDays({
		devices: { center: center.forPlay, body: body.forPlay },
		source: { newId: () => crypto.randomUUID() as string as FactId, newSalt: () => crypto.randomUUID() },
		now: Date.now(),
		law: lawOf([]),
		plans: plans()
	});
	await center.sendWritten(written.center);
	await body.sendWritten(written.body);
}
