import { type IconName } from './icon-paths.ts';

/** One line of the menu: what the role does, with how much of it waits. */
export type MenuItem = {
	readonly href: string;
	readonly label: string;
	readonly icon: IconName;
	readonly current?: boolean;
	readonly count?: number;
	/** For readers: «Күтіп тұр: 7». */
	readonly countLabel?: string;
	/** What runs the office, apart from the work with papers. */
	readonly ofOffice?: boolean;
	/** In the form of `aria-keyshortcuts`; the frame's owner listens for it. */
	readonly shortcut?: string;
};

/** The truth about what has left this device; `attention` needs a person. */
export type SyncLine = {
	readonly kind: 'sent' | 'sending' | 'offline' | 'attention';
	/** «Жіберілді: 12, барлығы: 12 · 14:10»: in words, never `12/12`, which is read as a date. */
	readonly text: string;
	readonly href: string;
};

/** The words of the frame, in the language of the page. */
export type FrameWords = {
	readonly mainMenu: string;
	readonly menu: string;
	readonly closeMenu: string;
	readonly skip: string;
	readonly language: string;
	/** The two groups of the menu. */
	readonly work: string;
	readonly office: string;
	readonly lock: string;
	readonly sync: string;
};
