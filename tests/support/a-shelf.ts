/** What a browser keeps for a tab or for all of them. */
export function aShelf(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
	const texts = new Map<string, string>();
	return {
		getItem: (key) => texts.get(key) ?? null,
		setItem: (key, text) => void texts.set(key, text),
		removeItem: (key) => void texts.delete(key)
	};
}
