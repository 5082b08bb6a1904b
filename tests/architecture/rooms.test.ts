import { describe, expect, it } from 'vitest';
import { importedFiles } from './imported-files.ts';
import { type ProjectFile, projectFiles } from './project-files.ts';

const MOST_IN_DEVICE_ROOM = 12;
const MOST_LINES_OF_PAGE = 40;
const ROOM = /^src\/lib\/(device|tools|desks)\/[^/]+(?=\/)/u;

const isTest = ({ path }: ProjectFile): boolean => path.endsWith('.test.ts');
const roomOf = (path: string): string | null => ROOM.exec(path)?.[0] ?? null;
const isTool = (room: string | null): boolean => room?.startsWith('src/lib/tools/') ?? false;

/** Who imports each tool: desks, other tools, pages. */
function usersOfTools(files: readonly ProjectFile[]): Map<string, Set<string>> {
	const users = new Map<string, Set<string>>();
	for (const file of files)
		for (const tool of importedFiles(file).map(roomOf)) {
			const user = roomOf(file.path) ?? file.path;
			if (tool !== null && isTool(tool) && tool !== user) users.set(tool, (users.get(tool) ?? new Set()).add(user));
		}
	return users;
}

/** The desks and pages that a tool serves, also through other tools. */
function servedBy(tool: string, users: ReadonlyMap<string, ReadonlySet<string>>, met = new Set([tool])): Set<string> {
	const served = new Set<string>();
	for (const user of users.get(tool) ?? []) {
		if (!isTool(user)) served.add(user);
		else if (!met.has(user)) for (const each of servedBy(user, users, met.add(user))) served.add(each);
	}
	return served;
}

describe('the rooms of the browser’s half', () => {
	const files = projectFiles('src/{lib,routes}/**/*.{ts,svelte}');
	const program = files.filter((file) => !isTest(file));

	it('every file of device, tools and desks is in a room', () => {
		const halls = files.filter(({ path }) => /^src\/lib\/(?:device|tools|desks)\//u.test(path));
		expect(halls.length).toBeGreaterThan(400);
		expect(halls.filter(({ path }) => roomOf(path) === null).map(({ path }) => path)).toEqual([]);
	});

	it(`no room of the device has more than ${MOST_IN_DEVICE_ROOM} files`, () => {
		const rooms = Map.groupBy(program, ({ path }) => roomOf(path));
		const full = [...rooms].filter(
			([room, inside]) => room?.startsWith('src/lib/device/') && inside.length > MOST_IN_DEVICE_ROOM
		);
		expect(full.map(([room, inside]) => `${room}: ${inside.length}`)).toEqual([]);
	});

	it('every tool serves two desks or more', () => {
		const users = usersOfTools(program);
		const tools = [...new Set(program.map(({ path }) => roomOf(path)).filter(isTool))];
		expect(tools.length).toBeGreaterThan(20);
		expect(tools.filter((tool) => servedBy(tool!, users).size < 2)).toEqual([]);
	});

	// Lint has the arrows of the program; tests are free of it.
	it('no test of a desk or a tool imports another desk', () => {
		const isDesk = (room: string | null) => room?.startsWith('src/lib/desks/') ?? false;
		const astray = files.filter(isTest).flatMap((file) => {
			const room = roomOf(file.path);
			return importedFiles(file)
				.filter((path) => room !== null && isDesk(roomOf(path)) && roomOf(path) !== room)
				.map((path) => `${file.path}: ${path}`);
		});
		expect(astray).toEqual([]);
	});

	it(`a page says where, and has fewer than ${MOST_LINES_OF_PAGE} lines`, () => {
		const pages = files.filter(({ path }) => path.endsWith('/+page.svelte'));
		expect(pages.length).toBeGreaterThan(40);
		const long = pages.filter(({ text }) => text.trimEnd().split('\n').length >= MOST_LINES_OF_PAGE);
		expect(long.map(({ path }) => path)).toEqual([]);
	});

	it('would notice a tool of one desk', () => {
		const user = { path: 'src/lib/desks/a/A.svelte', text: "import Tool from '#lib/tools/one/Tool.svelte';" };
		const through = { path: 'src/lib/tools/two/two.ts', text: "await import('../one/one.ts');" };
		expect(servedBy('src/lib/tools/one', usersOfTools([user, through]))).toEqual(new Set(['src/lib/desks/a']));
	});
});
