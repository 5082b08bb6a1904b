/**
 * A list whose items are made at first access and cached: checking the data of all services takes a slow machine 50 ms, and most
 * screens need one of them or none.
 */
export function lazyList<Data, Item>(data: readonly Data[], make: (data: Data) => Item): readonly Item[] {
	const list: Item[] = new Array<Item>(data.length);
	data.forEach((each, place) => {
		const keep = (value: Item) => Object.defineProperty(list, place, { value, enumerable: true });
		Object.defineProperty(list, place, {
			enumerable: true,
			configurable: true,
			get: () => {
				const item = make(each);
				keep(item);
				return item;
			}
		});
	});
	return list;
}
