import { networkInterfaces } from 'node:os';
import { states as kk } from '#lib/i18n/kk/states.ts';
import { states as ru } from '#lib/i18n/ru/states.ts';
import { DEMO_PEOPLE } from '#lib/server/demo/demo-people.ts';
import directory from '#lib/law/resolution-370/directory.json' with { type: 'json' };
import type { Settings } from '#lib/server/settings/read-settings.ts';

const ORGS = [...directory.centers, ...directory.bodies, directory.authority];

/** What the terminal says once the server answers: the address, who may sign in, and what would not work. */
export function greeting(settings: Settings, port: number, firstStart: string | null = null): string {
	const lines = ['', `  Терезе: http://localhost:${port}`, ''];
	if (firstStart !== null) lines.push(...firstStartLink(settings.origin ?? `http://localhost:${port}`, firstStart), '');
	if (settings.demo !== 'off') lines.push(...signIns(), '');
	if (settings.host !== 'localhost' && settings.proxy === null && settings.origin === undefined)
		lines.push(...lanWarning(port), '');
	return lines.join('\n') + '\n';
}

/** Behind `#`, which no browser sends to a server or a proxy: it is in nobody's log. */
const firstStartLink = (origin: string, token: string): string[] => [
	'  Мұнда әлі ешкім жоқ. Алғашқы әкімші осы сілтемеден басталады (бір рет):',
	'  Здесь ещё никого нет. Первый администратор начинает с этой ссылки (один раз):',
	`    ${origin}/first-start#${token}`
];

function signIns(): string[] {
	const lines = ['  Мысал деректер · Примерные данные (TEREZE_DEMO=off: without them)'];
	let org = '';
	for (const person of DEMO_PEOPLE) {
		if (person.org !== org) lines.push('', `  ${ORGS.find(({ id }) => id === person.org)?.name.kk}`);
		org = person.org;
		const { surname, given } = person.name;
		const who = `${surname} ${given}`.padEnd(22);
		const where = person.window === undefined ? '' : `, ${person.window}`;
		const [role] = person.roles;
		const roleName = `${kk.roles[role]} · ${ru.roles[role]}`;
		lines.push(`    ${person.number}  ${person.password}  PIN ${person.pin}  ${who} ${roleName}${where}`);
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
