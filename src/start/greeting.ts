import { networkInterfaces } from 'node:os';
import { DEMO_PEOPLE } from '#lib/server/demo/demo-people.ts';
import directory from '#lib/law/resolution-370/directory.json' with { type: 'json' };
import type { Settings } from './settings.ts';

const ROLES = {
	centerInspector: 'терезе инспекторы · инспектор окна',
	accumulationInspector: 'жинақтау бөлімінің инспекторы · инспектор накопительного отдела',
	centerHead: 'Орталық басшысы · руководитель Центра',
	admin: 'әкімші · администратор',
	chancery: 'кеңсе қызметкері · сотрудник канцелярии',
	head: 'басшы · руководитель',
	executor: 'жауапты орындаушы · ответственный исполнитель'
} as const;

const ORGS = [...directory.centers, ...directory.bodies];

/** What the terminal says once the server answers: the address, who may sign in, and what would not work. */
export function greeting(settings: Settings, port: number): string {
	const lines = ['', `  Терезе: http://localhost:${port}`, ''];
	if (settings.demo !== 'off') lines.push(...signIns(), '');
	if (settings.host !== 'localhost' && settings.proxy === null && settings.origin === undefined)
		lines.push(...lanWarning(port), '');
	return lines.join('\n') + '\n';
}

function signIns(): string[] {
	const lines = ['  Мысал деректер · Примерные данные (TEREZE_DEMO=off: without them)'];
	let org = '';
	for (const person of DEMO_PEOPLE) {
		if (person.org !== org) lines.push('', `  ${ORGS.find(({ id }) => id === person.org)?.name.kk}`);
		org = person.org;
		const { surname, given } = person.name;
		const who = `${surname} ${given}`.padEnd(22);
		const where = person.window === undefined ? '' : `, ${person.window}`;
		lines.push(`    ${person.number}  ${person.password}  PIN ${person.pin}  ${who} ${ROLES[person.roles[0]]}${where}`);
	}
	return lines;
}

/** Browsers give service worker, camera and Web Crypto to secure origins only: https, or localhost. */
function lanWarning(port: number): string[] {
	const addresses = Object.values(networkInterfaces())
		.flat()
		.filter((address) => address !== undefined && !address.internal && address.family === 'IPv4')
		.map((address) => `http://${address?.address}:${port}`);
	return [
		`  Other devices reach this server at ${addresses.join(', ') || 'no address'}, but over http:// on a local network a browser`,
		'  has no service worker, no camera and no Web Crypto: Tereze does not work offline there. Put TLS in front',
		'  and name it in TRUST_PROXY (see README).'
	];
}
