/** Services at a place; their names are data of the regulations. */
export const services = {
	notHere: 'В этом Центре не принимается'
} as const;
