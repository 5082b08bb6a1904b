/** Drawings on a 24 × 24 ground, stroke only, so that they take the colour of the text beside them. */
export const iconPaths = {
	work: 'M4 5h16v15H4zM4 10h16M9 5V3M15 5V3M8 15l2.5 2.5L16 13',
	accept: 'M6 3h9l4 4v14H6zM15 3v4h4M12 11v7M8.5 14.5h7',
	handOut: 'M4 15h4l3 2h5a2 2 0 0 0 0-4h-4M16 14l4-2.5M4 12v8M9 9V3h8v7M11.5 6h3',
	journal: 'M5 4h14v16H5zM9 4v16M12 9h4M12 13h4',
	ledger: 'M6 3h14v18H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM4 19a2 2 0 0 1 2-2h14M9 9.5l2 2 4.5-4.5',
	search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
	collect: 'M3 13h5l1.5 3h5L16 13h5v7H3zM12 3v8M8.5 7.5 12 11l3.5-3.5',
	registers: 'M4 4h16v16H4zM8 9h8M8 12.5h8M8 16h5',
	dispatch: 'M3 6h11v10H3zM14 9h4l3 3.5V16h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
	arrivals: 'M4 20h16M4 16v4M20 16v4M12 3v12M7.5 10.5 12 15l4.5-4.5',
	resolutions: 'M5 3h10l4 4v14H5zM15 3v4h4M8.5 12h7M8.5 15.5h4M14 19l5-5',
	signing: 'M3 20h18M5 16c3-8 5-11 6-10s-2 8 0 8 3-5 4-5 0 4 2 4 2-1 3-2',
	allApplications: 'M7 3h10v4H7zM5 5v16h14V5M8.5 11h7M8.5 14.5h7M8.5 18h4',
	people:
		'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-5 13-5 13 0M15.5 4.3a3.5 3.5 0 0 1 0 6.4M17.5 15c2.2.5 4 2 4 5',
	tray: 'M4 9h16v11H4zM8 9V5h8v4M9.5 13.5l5 3M14.5 13.5l-5 3',
	control: 'M4 20V4M4 20h16M8 16v-5M12 16V7M16 16v-8M20 16v-3',
	discrepancies: 'M4 8h12M13 5l3 3-3 3M20 16H8M11 13l-3 3 3 3',
	closing: 'M5 4h14v16H5zM8 8h8M8 12h5M9 16l2 2 4-4',
	outbox: 'M4 16v4h16v-4M12 16V4M7.5 8.5 12 4l4.5 4.5',
	desk: 'M3 9h18M5 9v11M19 9v11M9 9v5h6V9M8 5h8v4',
	examine: 'M5 3h9l4 4v4M14 3v4h4M5 3v18h6M8 9h3M8 13h2M15.5 19a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM18 18.5l3 3',
	storage: 'M5 6c0-3 14-3 14 0v12c0 3-14 3-14 0zM5 6c0 3 14 3 14 0M5 12c0 3 14 3 14 0',
	scanner: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8v8M11 8v8M13.5 8v8M16 8v8',
	camera: 'M3 7h4l2-3h6l2 3h4v13H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
	help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.5',
	regulations: 'M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14',
	calendar: 'M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M8 14h2M14 14h2M8 17.5h2M14 17.5h2',
	settings:
		'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
	lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2',
	person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21c0-5 15-5 15 0',
	menu: 'M4 6h16M4 12h16M4 18h16',
	close: 'M6 6l12 12M18 6 6 18',
	print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
	plus: 'M12 5v14M5 12h14',
	undo: 'M9 5 4 10l5 5M4 10h10a5.5 5.5 0 0 1 0 11h-3',
	back: 'M15 5l-7 7 7 7',
	forward: 'M9 5l7 7-7 7',
	down: 'M5 9l7 7 7-7',
	check: 'M4.5 12.5 10 18 20 6.5',
	remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
	copy: 'M9 9h11v11H9zM5 15H4V4h11v1'
} as const;

/** Name of a drawing. */
export type IconName = keyof typeof iconPaths;
