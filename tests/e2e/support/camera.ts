import { writeFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../find-chromium.ts';
import { CHROMIUM_ARGS } from '../playwright.config.ts';
import { type GreyPicture } from './pdf-reader.ts';

/** Writes a still picture as a film for Chromium's fake camera: YUV4MPEG2, 4:2:0, which it plays over and over. */
export function writeFilm(file: string, { width, height, grey }: GreyPicture): void {
	// Colour is two planes of a quarter each; 128 is none.
	const colour = Buffer.alloc((width * height) / 2, 128);
	const frame = [Buffer.from('FRAME\n'), grey, colour];
	writeFileSync(
		file,
		Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1\n`), ...frame, ...frame])
	);
}

/** A Chromium whose camera shows a film, and which lets every page use it. */
export function browserWithCamera(film: string): Promise<Browser> {
	const executablePath = findChromium();
	const args = [
		...CHROMIUM_ARGS,
		'--use-fake-device-for-media-stream',
		'--use-fake-ui-for-media-stream',
		`--use-file-for-fake-video-capture=${film}`
	];
	return chromium.launch(executablePath === undefined ? { args } : { executablePath, args });
}

/** Takes WebAssembly away from the decoder's worker, as the policy of a strict office would: by the worker's own headers. */
export async function forbidWebAssembly(context: BrowserContext): Promise<void> {
	await context.route('**/_app/immutable/workers/**', async (route) => {
		const response = await route.fetch();
		const policy = response.headers()['content-security-policy'] ?? '';
		const headers = { ...response.headers(), 'content-security-policy': policy.replace("'wasm-unsafe-eval'", '') };
		await route.fulfill({ response, headers });
	});
}

/** Notes which engine read a code, by listening to what workers tell the page. Call it before the page opens. */
export async function watchEngine(page: Page): Promise<() => string | undefined> {
	let engine: string | undefined;
	await page.exposeFunction('engineUsed', (name: string) => (engine = name));
	await page.addInitScript(() => {
		const Native = window.Worker;
		window.Worker = class extends Native {
			constructor(url: string | URL, options?: WorkerOptions) {
				super(url, options);
				this.addEventListener('message', ({ data }: MessageEvent<{ codes?: unknown[]; engine?: string }>) => {
					const tell = (window as unknown as { engineUsed: (name: string) => void }).engineUsed;
					if (data.codes && data.codes.length > 0) tell(data.engine ?? '');
				});
			}
		};
	});
	return () => engine;
}
