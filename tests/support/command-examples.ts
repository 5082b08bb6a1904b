import { type Command } from '#lib/domain/application/decide.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { aHandOut } from './a-hand-out.ts';
import { NUMBER, RESULT } from './a-story.ts';

const letter = { kk: 'Хабарлама', ru: 'Уведомление', grounds: [] };
const lastFact = ({ story }: Application): FactId => story.at(-1)!.fact.id;

/** One well-formed command of each kind, about this application: what refuses it is who asks, or the state. */
export const EXAMPLES: { [K in Command['kind']]: (application: Application) => Extract<Command, { kind: K }> } = {
	amend: () => ({ kind: 'amend', documents: [{ name: 'Анықтама', form: 'copy', sheets: 1 }] }),
	withdraw: () => ({ kind: 'withdraw', text: 'Көшіп кетті' }),
	returnDocuments: () => ({ kind: 'returnDocuments' }),
	relabel: () => ({ kind: 'relabel', paper: 'packet', reason: 'unreadable' }),
	print: () => ({ kind: 'print', document: 'receipt', reason: 'lost' }),
	spoilReceipt: () => ({ kind: 'spoilReceipt', copy: 1, text: 'Жыртылды' }),
	lose: () => ({ kind: 'lose', paper: 'packet', text: 'Шкафта жоқ' }),
	find: () => ({ kind: 'find', paper: 'packet', text: 'Табылды' }),
	annul: (application) => ({ kind: 'annul', fact: lastFact(application), reason: 'mistake', text: '' }),
	renumber: () => ({ kind: 'renumber', to: NUMBER, text: '' }),
	settle: ({ anomalies }) => ({
		kind: 'settle',
		anomaly: anomalies[0]?.kind ?? 'gap',
		facts: anomalies[0]?.facts ?? [],
		way: 'explained',
		text: 'Тексерілді'
	}),
	settleFlag: (application) => ({ kind: 'settleFlag', fact: lastFact(application), counts: true, text: 'Тексерілді' }),
	handOut: () => aHandOut,
	call: () => ({ kind: 'call' }),
	register: () => ({ kind: 'register' }),
	noteResult: ({ decision }) => ({
		kind: 'noteResult',
		decision: decision?.kind ?? 'notice',
		executor: 'staff-9' as StaffId,
		head: 'staff-8' as StaffId,
		ledgerNumber: '118',
		sheets: 1
	}),
	record: () => ({ kind: 'record', ledgerNumber: '118', sheets: 1 }),
	assign: () => ({ kind: 'assign', executor: 'staff-7' as StaffId }),
	examine: () => ({ kind: 'examine', text: 'Қаралды' }),
	draft: () => ({ kind: 'draft', decision: 'notice', letter }),
	sendBack: () => ({ kind: 'sendBack', text: 'Мерзімін көрсетіңіз' }),
	chooseDraft: ({ decision }) => ({ kind: 'chooseDraft', draft: decision?.draft ?? ('none' as FactId) }),
	sign: () => ({ kind: 'sign', paper: RESULT, head: 'staff-8' as StaffId, unprinted: 'typedByHand' }),
	redirect: () => ({ kind: 'redirect', toBody: 'body-07' as OrgId, text: 'Мекенжайы басқа ауданда' })
};
