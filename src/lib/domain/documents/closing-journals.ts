import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { fieldInLine } from './fields.ts';
import { shortHash } from './short-hash.ts';
import { type LocalMoment, shortDate, shortMoment } from './paper-dates.ts';
import { type Block, type TableBlock } from './paper-model.ts';

/** A journal and the range of its facts that the sheet covers. */
export type CoveredJournal = {
	/** Id of the journal on the server. */
	readonly journal: string;
	readonly device: string;
	/** First and last number of its facts, both covered. */
	readonly from: number;
	readonly to: number;
	/** Of the fact at its end; null where this device does not have it. */
	readonly hash: string | null;
};

/** The end of the server's registry as the device knows it. */
export type RegistryHead = { readonly device: string; readonly seq: number; readonly hash: string };

/** Facts of a day that was closed before they arrived. */
export type LateArrival = {
	/** `YYYY-MM-DD`: the day they belong to. */
	readonly forDay: string;
	readonly device: string;
	readonly person: string;
	readonly facts: number;
	readonly arrivedAt: LocalMoment;
	readonly applications: readonly PaperNumber[];
};

/** A device of the office whose journal may still contain facts of this day. */
export type SilentDevice = {
	readonly device: string;
	readonly person: string;
	/** Time of its last contact; null if never. */
	readonly heardAt: LocalMoment | null;
};

const DEVICE = { kk: 'Құрылғы', ru: 'Устройство' } as const;
const REGISTRY = { kk: 'Сервер тізілімінің соңы', ru: 'Конец реестра сервера' } as const;
const PERSON = { kk: 'Қызметкер', ru: 'Сотрудник' } as const;

/** What arrived after its day was closed: printed on the next sheet, the closed one is not changed. */
export function lateArrivals(late: readonly LateArrival[]): TableBlock {
	return {
		type: 'table',
		columns: [
			{ label: { kk: 'Қай күннің', ru: 'За день' }, width: 27, align: 'start' },
			{ label: { kk: 'Құрылғы, қызметкер', ru: 'Устройство, сотрудник' }, width: 'fill', align: 'start' },
			{ label: { kk: 'Жазба', ru: 'Записей' }, width: 20, align: 'end' },
			{ label: { kk: 'Түскен уақыты', ru: 'Поступили' }, width: 30, align: 'start' },
			{ label: { kk: 'Өтініштер', ru: 'Заявления' }, width: 51, align: 'start' }
		],
		rows: late.map((one) => [
			shortDate(one.forDay),
			`${one.device}, ${one.person}`,
			String(one.facts),
			shortMoment(one.arrivedAt),
			one.applications.length === 0 ? '—' : one.applications.map(formatNumber).join('\n')
		])
	};
}

/** Devices without contact since the end of the day. */
export function silentDevices(silent: readonly SilentDevice[]): TableBlock {
	return {
		type: 'table',
		columns: [
			{ label: DEVICE, width: 'fill', align: 'start' },
			{ label: PERSON, width: 60, align: 'start' },
			{ label: { kk: 'Соңғы байланыс', ru: 'Последняя связь' }, width: 40, align: 'start' }
		],
		rows: silent.map(({ device, person, heardAt }) => [device, person, heardAt === null ? '—' : shortMoment(heardAt)])
	};
}

/**
 * The facts that were counted, with the hash at the end of each journal and of the registry: a sheet on paper witnesses against whoever
 * rewrites them later. A single journal takes a line, not a table.
 */
export function coveredJournals(covers: readonly CoveredJournal[], registry: RegistryHead | null): readonly Block[] {
	const [only] = covers;
	const journals =
		only && covers.length === 1
			? [fieldInLine(DEVICE, `${only.device}, ${only.journal}, ${rangeOf(only)}, ${hashOf(only)}`)]
			: [coverTable(covers)];
	return registry
		? [...journals, fieldInLine(REGISTRY, `${registry.device}, № ${registry.seq}, ${shortHash(registry.hash)}`)]
		: journals;
}

const hashOf = ({ hash }: CoveredJournal): string => (hash === null ? '—' : shortHash(hash));

function rangeOf({ from, to }: CoveredJournal): string {
	return `№ ${from} – ${to}`;
}

function coverTable(covers: readonly CoveredJournal[]): TableBlock {
	return {
		type: 'table',
		small: true,
		columns: [
			{ label: DEVICE, width: 40, align: 'start' },
			{ label: { kk: 'Журнал, соңғы хеші', ru: 'Журнал, последний хеш' }, width: 'fill', align: 'start' },
			{ label: { kk: 'Жазбалар', ru: 'Записи' }, width: 34, align: 'end' },
			{ label: { kk: 'Саны', ru: 'Кол-во' }, width: 20, align: 'end' }
		],
		rows: covers.map((one) => [
			one.device,
			`${one.journal}\n${hashOf(one)}`,
			rangeOf(one),
			String(one.to - one.from + 1)
		])
	};
}
