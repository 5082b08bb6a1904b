import { type CameraView, type CameraViewOptions, EMPTY_VIEW, noteRead, seeFrame } from './camera-view.ts';

/** One code that a person showed, scanned or typed, whatever it says: `readCode` judges it. */
export interface Scan {
	readonly text: string;
	readonly source: 'camera' | 'wedge' | 'typed';
	/** Milliseconds, of the clock that the callers use. */
	readonly at: number;
}

export interface CodeStream {
	/** One frame of the camera: the texts of all codes in it, often none. Frames without codes count as well. */
	frame(texts: readonly string[], at: number): void;
	wedge(text: string, at: number): void;
	typed(text: string, at: number): void;
}

/** Two frames against misreads, 1.5 s against telling a paper twice that a shaking hand holds. */
const CAMERA_DEFAULTS: CameraViewOptions = { equalFrames: 2, awayMs: 1500 };

/**
 * Joins camera, wedge scanner and typing into one stream of codes.
 * @param onScan called once for each code, in the order of reading
 */
export function codeStream(onScan: (scan: Scan) => void, options: CameraViewOptions = CAMERA_DEFAULTS): CodeStream {
	let view: CameraView = EMPTY_VIEW;
	return {
		frame(texts, at) {
			const seen = seeFrame(view, texts, at, options);
			view = seen.view;
			for (const text of seen.fresh) onScan({ text, source: 'camera', at });
		},
		// The trigger of a scanner and the Enter of a person are meant each time: a repeat is told as one, not dropped.
		wedge(text, at) {
			view = noteRead(view, text, at);
			onScan({ text, source: 'wedge', at });
		},
		typed(text, at) {
			onScan({ text, source: 'typed', at });
		}
	};
}
