import { createHash } from 'node:crypto';

/** A request that the server takes, from which hostile ones are made. */
export type Example = {
	method: string;
	path: string;
	body?: unknown;
	/** Where the path has a parameter: the route as its folder is named. */
	route?: string;
};

const NUMBER = '1007000042731404';
const verifier = { kind: 'pbkdf2-sha256', iterations: 600_000, salt: 'a'.repeat(32), hash: 'b'.repeat(64) };

const stretched = { salt: 'a'.repeat(32), iterations: 600_000, key: 'b'.repeat(64) };

/** What a device of the demonstration enrols as, and sends from. */
export const JOURNAL = 'hostile-journal';
const PLACE = { org: 'center-04', kind: 'window', window: '1' };

/** A key on no point of the curve, and a signature of nothing: of the right form both. */
const SIGNATURE = 'A'.repeat(86);
const PROOF = { key: `MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${SIGNATURE}`, signature: SIGNATURE };
const TICKET = 'A'.repeat(43);

/** The text of a fact as a device writes it. */
function factText(seq: number, prev: string, personalHash?: string): string {
	return JSON.stringify({
		v: 1,
		id: `hostile-${seq}`,
		journal: JOURNAL,
		seq,
		prev,
		type: 'accepted',
		at: 1_795_000_000_000 + seq,
		clock: { offsetMs: 0, ageMs: 0 },
		actor: 'staff-101',
		role: 'centerInspector',
		org: 'center-04',
		subject: { kind: 'application', number: NUMBER },
		body: {
			regulation: { id: 'child-benefit-under-18', version: 1 },
			entry: 'center',
			center: 'center-04',
			body: 'body-15',
			visitStartedAt: 1_795_000_000_000,
			documents: [],
			language: 'kk'
		},
		personal: personalHash
	});
}

const personal = { salt: 'salt', text: JSON.stringify({ surname: 'Оспанов', given: 'Ержан', documents: [] }) };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const first = factText(1, '', sha256(personal.salt + personal.text));
const second = factText(2, sha256(first));
export const syncRequest = {
	protocol: 1,
	journal: JOURNAL,
	lastSeq: 2,
	signed: { seq: 2, hash: sha256(second), signature: SIGNATURE },
	heads: [{ journal: JOURNAL, seq: 2, hash: sha256(second), signature: SIGNATURE }],
	ackedSeq: 0,
	ackedHash: '',
	cursor: { epoch: 'epoch', position: 0, hash: '' },
	facts: [
		{ text: first, personal },
		{ text: second, personal: null }
	]
};

/** Of every endpoint at least one; `tests/e2e/hostile.spec.ts` compares them with the routes. */
export const EXAMPLES: readonly Example[] = [
	{ method: 'POST', path: '/api/session', body: { number: '101', password: 'tereze-999' } },
	{ method: 'GET', path: '/api/session' },
	{ method: 'DELETE', path: '/api/session' },
	{ method: 'GET', path: '/api/session/others' },
	{ method: 'DELETE', path: '/api/session/others' },
	{ method: 'PUT', path: '/api/session/pin', body: { verifier, stretched } },
	{ method: 'PUT', path: '/api/session/password', body: { old: 'tereze-999', password: 'тынық мұхит үш кеме' } },
	{
		method: 'POST',
		path: '/api/session/code',
		body: { number: '101', code: '7000-0000-0000-0000', password: 'тынық мұхит үш кеме' }
	},
	{ method: 'POST', path: '/api/devices', body: { journal: JOURNAL, place: PLACE, had: 7 } },
	{ method: 'POST', path: '/api/devices', body: { journal: JOURNAL, place: PLACE, proof: PROOF } },
	{ method: 'PUT', path: '/api/devices/key', body: { journal: JOURNAL, ...PROOF } },
	{
		method: 'POST',
		path: '/api/devices/fork',
		body: { continues: JOURNAL, commonSeq: 0, hash: '', journal: 'after-the-fork', signature: SIGNATURE }
	},
	{ method: 'POST', path: '/api/devices/ticket', body: {} },
	{
		method: 'POST',
		path: '/api/devices/ticket',
		body: { signed: { challenge: TICKET, last: '', signature: SIGNATURE } }
	},
	{ method: 'POST', path: '/api/devices/codes', body: { as: 'admin', place: PLACE } },
	{ method: 'GET', path: '/api/registry?org=center-04' },
	{
		method: 'POST',
		path: '/api/registry',
		body: {
			id: 'hostile-act',
			as: 'admin',
			commands: [
				{ kind: 'setWindow', org: 'center-04', window: '9', closed: false },
				{ kind: 'issueBadge', staff: 'staff-101' },
				{ kind: 'voidBadge', staff: 'staff-101', reason: 'x' }
			],
			preview: true
		}
	},
	{
		method: 'POST',
		path: '/api/registry',
		body: {
			id: 'hostile-agreement',
			as: 'authorityAdmin',
			commands: [{ kind: 'agreeImport', import: 'f1', digest: '0'.repeat(64), id: 'fuel-aid', version: 2 }],
			preview: true
		}
	},
	{ method: 'GET', path: '/api/registry/audit?org=center-04&from=0' },
	{
		method: 'GET',
		path: `/api/journal?org=center-04&type=accepted&actor=staff-101&device=7&application=${NUMBER}&from=0&to=9&before=9`
	},
	{ method: 'GET', path: '/api/journal/fact?org=center-04&id=hostile-1' },
	{ method: 'GET', path: `/api/journal/place?org=center-04&journal=nal1&seq=2&hash=${'a'.repeat(16)}` },
	{ method: 'GET', path: '/api/flags' },
	{ method: 'GET', path: '/api/verification' },
	{ method: 'POST', path: '/api/verification', body: { as: 'admin' } },
	{
		method: 'POST',
		path: '/api/first-start',
		body: {
			id: 'hostile-start',
			token: 'x',
			number: '999',
			name: { surname: 'А', given: 'Ә', patronymic: '' },
			password: 'тынық мұхит үш кеме',
			center: 'center-04',
			window: '1'
		}
	},
	{ method: 'GET', path: '/api/context' },
	{ method: 'GET', path: '/api/demo' },
	{ method: 'GET', path: '/api/health' },
	{ method: 'GET', path: '/api/metrics' },
	{ method: 'POST', path: '/api/exchange/v1/token', body: 'grant_type=client_credentials' },
	{ method: 'GET', path: '/api/exchange/v1/facts?after=epoch.1.&limit=9' },
	{
		method: 'GET',
		path: `/api/exchange/v1/applications/${NUMBER}`,
		route: '/api/exchange/v1/applications/[number]'
	},
	{ method: 'GET', path: `/api/exchange/v1/registers/${NUMBER}`, route: '/api/exchange/v1/registers/[number]' },
	{ method: 'GET', path: '/api/exchange/v1/wake' },
	{
		method: 'POST',
		path: '/api/exchange/v1/acts',
		body: { actor: 'staff-201', role: 'chancery', act: { kind: 'register', application: NUMBER } }
	},
	{ method: 'GET', path: '/api/exchange/v1/openapi.json' },
	{ method: 'GET', path: '/api/exchange-clients?org=center-04' },
	{
		method: 'POST',
		path: '/api/exchange-clients',
		body: {
			as: 'admin',
			org: 'body-15',
			name: 'x',
			key: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
			roles: ['chancery'],
			people: ['staff-201']
		}
	},
	{ method: 'DELETE', path: '/api/exchange-clients', body: { as: 'admin', client: 'client-x', reason: 'x' } },
	{ method: 'GET', path: '/api/reports/control?most=20' },
	{ method: 'GET', path: '/api/reports/ledger?regulation=child-benefit-under-18&month=2026-11' },
	{ method: 'GET', path: '/api/reports/overview' },
	{ method: 'POST', path: '/api/reports/search', body: { q: 'Оспанов' } },
	{ method: 'POST', path: '/api/sync', body: syncRequest },
	{ method: 'POST', path: '/api/sync', body: { ...syncRequest, cursor: null, facts: [] } },
	{ method: 'GET', path: '/api/sync/wake' },
	{ method: 'GET', path: '/' },
	{ method: 'GET', path: `/application/${NUMBER}` },
	{ method: 'GET', path: '/service-worker.js' },
	{ method: 'GET', path: '/fonts/NotoSans-Regular.woff2' },
	{ method: 'GET', path: '/_app/version.json' }
];
