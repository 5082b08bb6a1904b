/** Short names of the eight services (words 104–111); the full names are data of the regulations. */
export const services = {
	notHere: 'В этом Центре не принимается'
} as const;
