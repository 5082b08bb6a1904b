/**
 * The shapes of verdicts and states on a 24 × 24 ground: each kind has a silhouette of its own, so that nothing is told
 * by colour alone and a grey print still tells them apart.
 */
export const markShapes = {
	/** Full disc with a tick: done, right. */
	ok: { body: 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z', sign: 'M6.5 12.5l3.8 3.8 7.2-8' },
	/** Two arrows in a ring: seen before. */
	repeat: {
		body: '',
		sign: 'M4 12a8 8 0 0 1 14-5.3M20 12a8 8 0 0 1-14 5.3M18.5 2v5h-5M5.5 22v-5h5'
	},
	/** Full square with an arrow aside: belongs elsewhere. */
	foreign: { body: 'M2 2h20v20H2z', sign: 'M6.5 12h11M13 7l5 5-5 5' },
	/** Diamond with a question. */
	unknown: { body: 'M12 0l12 12-12 12L0 12z', sign: 'M9.3 9.6a2.8 2.8 0 1 1 4 2.5c-.9.4-1.3 1-1.3 2M12 17v.4' },
	/** Triangle with an exclamation: cannot be used as it is. */
	misread: { body: 'M12 1.5 23.5 22H.5z', sign: 'M12 9v6M12 18.4v.3' },
	/** Open ring with an i. */
	info: { body: '', sign: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM12 11v6M12 7.2v.3' },
	/** Open ring: not yet. */
	wait: { body: '', sign: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2' },
	/** Bar: out of count. */
	off: { body: '', sign: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.8 5.8l12.4 12.4' }
} as const;

export type MarkShape = keyof typeof markShapes;
