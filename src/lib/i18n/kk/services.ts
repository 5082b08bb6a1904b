/** Short names of the eight services (words 104–111); the full names are data of the regulations. */
export const services = {
	notHere: 'Бұл Орталықта қабылданбайды'
} as const;
