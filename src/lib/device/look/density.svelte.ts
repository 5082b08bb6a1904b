const KEYS = { density: 'tereze:density', text: 'tereze:text' } as const;
/** Mouse and wide screen; the same two queries are in `static/theme.js`, which runs before the first paint. */
const AT_A_DESK = '(pointer: fine) and (width >= 1200px)';
/** Narrower, the frame has its menu below: its sizes are those of a finger whatever was chosen. */
const WIDE_ENOUGH = '(width >= 62rem)';

export const DENSITIES = ['auto', 'desk', 'touch'] as const;
type DensityChoice = (typeof DENSITIES)[number];

export const TEXT_SIZES = ['usual', 'large', 'largest'] as const;
type TextSize = (typeof TEXT_SIZES)[number];

/**
 * How close together things are, and how large the text is; kept on the device. The choice becomes an attribute of the root element,
 * and the tokens of `tokens.css` do the rest: no component asks for a density.
 */
class Density {
	choice = $state<DensityChoice>(DENSITIES.find((one) => one === localStorage.getItem(KEYS.density)) ?? 'auto');
	text = $state<TextSize>(TEXT_SIZES.find((one) => one === localStorage.getItem(KEYS.text)) ?? 'usual');

	choose(choice: DensityChoice): void {
		this.choice = choice;
		if (choice === 'auto') localStorage.removeItem(KEYS.density);
		else localStorage.setItem(KEYS.density, choice);
		this.#apply();
	}

	chooseText(size: TextSize): void {
		this.text = size;
		if (size === 'usual') localStorage.removeItem(KEYS.text);
		else localStorage.setItem(KEYS.text, size);
		this.#apply();
	}

	/** Follows the window's width and the pointer: zoom and another screen change both. */
	start(): () => void {
		const queries = [AT_A_DESK, WIDE_ENOUGH].map((query) => matchMedia(query));
		const apply = () => this.#apply();
		apply();
		for (const query of queries) query.addEventListener('change', apply);
		return () => queries.forEach((query) => query.removeEventListener('change', apply));
	}

	#apply(): void {
		const { dataset } = document.documentElement;
		const isDesk = this.choice === 'auto' ? matchMedia(AT_A_DESK).matches : this.choice === 'desk';
		dataset['density'] = isDesk && matchMedia(WIDE_ENOUGH).matches ? 'desk' : 'touch';
		dataset['text'] = this.text;
	}
}

export const density = new Density();
