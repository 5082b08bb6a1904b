/** Services at a place; their names are data of the regulations. */
export const services = {
	notHere: 'Бұл Орталықта қабылданбайды'
} as const;
