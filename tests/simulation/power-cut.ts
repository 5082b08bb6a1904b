/** The machine died here. Nothing that ran on it goes on. */
export class PowerCut extends Error {
	override readonly name = 'PowerCut';
}
