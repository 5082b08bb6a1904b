import { receipt } from '#lib/domain/documents/receipt.ts';
import { RECEIPT } from '#lib/domain/documents/testing/sample-inputs.ts';
import { createPrintClient, type PrintWorker } from '#lib/print/print-client.ts';
import Worker from '#lib/print/print.worker.ts?worker';

/** The receipt as a PDF: first with the start of worker, fonts and library, then again and again. */
export async function receiptTimes(times: number): Promise<{ cold: number; warm: number[]; bytes: number }> {
	const client = createPrintClient({ startWorker: () => new Worker() as PrintWorker });
	let bytes = 0;
	const once = async (): Promise<number> => {
		const from = performance.now();
		const made = await client.makePdf([receipt(RECEIPT)]);
		const ms = performance.now() - from;
		if (!made.ok) throw new Error(`No PDF: ${made.detail}`);
		if (!(await made.pdf.slice(0, 5).text()).startsWith('%PDF-')) throw new Error('This is no PDF');
		bytes = made.pdf.size;
		return ms;
	};
	const cold = await once();
	const warm: number[] = [];
	while (warm.length < times) warm.push(await once());
	client.close();
	return { cold, warm, bytes };
}
