import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A page whose frames load when the test says so; it notes what was printed and which frames are still there. */
function fakePage() {
	const printed: string[] = [];
	const frames: { load: () => void; there: boolean; src: string }[] = [];
	const body = { append: () => undefined };
	const createElement = () => {
		const loads: (() => void)[] = [];
		const own = { load: () => loads.forEach((listen) => listen()), there: true, src: '' };
		frames.push(own);
		return {
			style: {},
			setAttribute: () => undefined,
			addEventListener: (_: string, listen: () => void) => loads.push(listen),
			remove: () => (own.there = false),
			set src(src: string) {
				own.src = src;
			},
			contentWindow: { focus: () => undefined, print: () => own.there && printed.push(own.src) },
			ownerDocument: { activeElement: null, defaultView: null }
		};
	};
	return { page: { body, createElement } as unknown as Document, printed, frames };
}

const PDF = () => new Blob(['%PDF'], { type: 'application/pdf' });

describe('the print dialog', () => {
	beforeEach(() => {
		vi.resetModules();
		vi.stubGlobal('HTMLElement', class {});
	});

	it('H20 prints jobs one after another, however soon the second is asked for', async () => {
		const { printPdf } = await import('./print-dialog.ts');
		const { page, printed, frames } = fakePage();
		const [first, second] = [printPdf(PDF(), page), printPdf(PDF(), page)];
		await vi.waitFor(() => expect(frames).toHaveLength(1));
		frames[0]!.load();
		expect(await first).toEqual({ ok: true });
		await vi.waitFor(() => expect(frames).toHaveLength(2));
		expect(frames[0]!.there).toBe(true);
		frames[1]!.load();
		expect(await second).toEqual({ ok: true });
		expect(printed).toEqual(frames.map(({ src }) => src));
	});

	it('H20 a job that never loads keeps nobody behind it', async () => {
		vi.useFakeTimers();
		const { printPdf } = await import('./print-dialog.ts');
		const { page, printed, frames } = fakePage();
		const [first, second] = [printPdf(PDF(), page), printPdf(PDF(), page)];
		await vi.advanceTimersByTimeAsync(15_000);
		expect(await first).toMatchObject({ ok: false, reason: 'not-loaded' });
		frames[1]!.load();
		expect(await second).toEqual({ ok: true });
		expect(printed).toHaveLength(1);
		vi.useRealTimers();
	});

	it('H20 keeps the files of the last prints only', async () => {
		const { printPdf } = await import('./print-dialog.ts');
		const { page, frames } = fakePage();
		for (let job = 0; job < 6; job++) {
			const printing = printPdf(PDF(), page);
			await vi.waitFor(() => expect(frames).toHaveLength(job + 1));
			frames[job]!.load();
			await printing;
		}
		expect(frames.map(({ there }) => there)).toEqual([false, false, false, true, true, true]);
	});
});
