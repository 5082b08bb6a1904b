import { oddKey } from '$lib/domain/application/summary';
import { RoleSchema } from '$lib/domain/fact/ids';
import { unitsOfStep } from '$lib/domain/regulation/step-units';
import { regulations } from '$lib/regulations/catalog';
import { desk } from './desk.svelte';

/** What does not add up is counted when the facts that come in have settled. */
const SETTLE_MS = 500;

/** A result at the body waits for a step that the regulation of its service gives to this person's unit. */
function isTheirs(wanted: 'recorded' | 'handedOut', step: string, result: string, service: string): boolean {
	if (step !== wanted || result !== `chancery/${desk.place?.org}`) return false;
	const regulation = regulations.find(({ id }) => id === service);
	return regulation !== undefined && unitsOfStep(regulation, 'body', wanted)[0] === desk.role;
}

/** How much waits behind each line of the menu, from the counters: never by reading applications. */
class MenuCounts {
	#counts = $state.raw<Map<string, number>>(new Map());
	/** Applications with something that does not add up, and whose task it is to settle it, or a head's. */
	odd = $state(0);

	start(): () => void {
		const look = async () => (this.#counts = await desk.journal.read((reader) => reader.counters()));
		void look();
		let timer: ReturnType<typeof setTimeout> | undefined;
		void this.#countOdd();
		const stop = desk.journal.listen(() => {
			void look();
			clearTimeout(timer);
			timer = setTimeout(() => void this.#countOdd(), SETTLE_MS);
		});
		return () => {
			clearTimeout(timer);
			stop();
		};
	}

	/** Applications with something to settle: for heads all of their org, for others what is theirs. Only keys are read. */
	async #countOdd(): Promise<void> {
		const { place, role } = desk;
		if (!place || !role) return;
		const roles = role === 'head' || role === 'centerHead' ? RoleSchema.options : [role];
		const numbers = await desk.journal.read((reader) =>
			Promise.all(roles.map((each) => reader.numbersWithKey(oddKey(place.org, each))))
		);
		this.odd = new Set(numbers.flat()).size;
	}

	/** Sum of the counters of places that a test accepts; `step|packet's place|result's place|service`. */
	sum(test: (step: string, packet: string, result: string, service: string) => boolean): number {
		let sum = 0;
		for (const [place, count] of this.#counts) {
			const [step = '', packet = '', result = '', service = ''] = place.split('|');
			if (test(step, packet, result, service)) sum += count;
		}
		return sum;
	}

	/** Signed results that wait here for their line in the ledger, of the services whose ledger this person's unit keeps. */
	toRecord(): number {
		return this.sum((step, _, result, service) => isTheirs('recorded', step, result, service));
	}

	of(href: string): number {
		const org = desk.place?.org;
		switch (href) {
			case '/window/hand-out':
				return this.sum((_, __, result) => result === `collection/${org}`);
			case '/window/give':
				return this.sum((_, packet) => packet === `window/${org}/${desk.place?.window ?? ''}`);
			case '/collection/collect':
				return this.sum((_, packet) => packet.startsWith(`window/${org}/`));
			case '/collection/registers':
				return this.sum((_, packet) => packet === `collection/${org}`);
			case '/collection/arrivals':
				return this.sum((_, __, result) => result === `transit/${org}`);
			case '/body/desk':
				return this.sum(
					(step, packet, result, service) =>
						packet === `transit/${org}` ||
						packet === `chancery/${org}` ||
						(step === 'returned' && result === `chancery/${org}`) ||
						isTheirs('recorded', step, result, service)
				);
			case '/body/ledger':
				// The clerk's are counted at the desk, where they are entered too.
				return desk.role === 'executor' ? this.toRecord() : 0;
			case '/body/hand-out':
				return this.sum((step, _, result, service) => isTheirs('handedOut', step, result, service));
			case '/body/examine':
				return this.sum((step, packet) => step === 'drafted' && packet === `executor/${org}/${desk.person?.id}`);
			case '/body/resolutions':
				return this.sum((step, packet) => step === 'assigned' && packet === `head/${org}`);
			case '/body/signing':
				return this.sum((step, _, result) => step === 'signed' && result === `head/${org}`);
			case '/control/discrepancies':
				return this.odd;
			default:
				return 0;
		}
	}
}

export const menuCounts = new MenuCounts();
