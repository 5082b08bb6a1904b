import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** Debian's packages, each with a file by which it is seen. */
const PACKAGES: Readonly<Record<string, string>> = {
	patroni: '/usr/bin/patroni',
	'etcd-server': '/usr/bin/etcd',
	haproxy: '/usr/sbin/haproxy',
	'postgresql-15': '/usr/lib/postgresql/15/bin/postgres',
	iproute2: '/bin/ip'
};
const APT = '/usr/bin/apt-get';
/** Debian asks this program whether an installed service may start. */
const POLICY = '/usr/sbin/policy-rc.d';
const NEVER = '#!/bin/sh\nexit 101\n';

/** Why the drill cannot run here, in a sentence that says what to do; null where it can, with what it lacks installed. */
export function prepareMachine(): string | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0)
		return 'The drill of a cluster makes network namespaces and disks: run it as root on Linux, in a container or a virtual machine if you like.';
	const lacking = Object.keys(PACKAGES).filter((name) => !existsSync(PACKAGES[name]!));
	if (lacking.length === 0) return null;
	if (!existsSync(APT))
		return `The drill of a cluster needs ${lacking.join(', ')} of Debian 12, and there is no apt-get: run it on Debian 12.`;
	try {
		install(lacking);
	} catch (error) {
		return `${lacking.join(', ')} could not be installed: ${(error as Error).message}. Install them with apt-get, and run the drill again.`;
	}
	const missing = lacking.filter((name) => !existsSync(PACKAGES[name]!));
	return missing.length === 0 ? null : `${missing.join(', ')} of Debian 12 are needed: run the drill there.`;
}

/** Without starting the services that come with them. */
function install(packages: readonly string[]): void {
	const isOurs = !existsSync(POLICY);
	if (isOurs) writeFileSync(POLICY, NEVER, { mode: 0o755 });
	try {
		apt('update');
		apt('install', '--yes', '--no-install-recommends', '--no-upgrade', ...packages);
	} finally {
		if (isOurs) rmSync(POLICY);
	}
}

function apt(...args: string[]): void {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	// What it says is for a person: the drill's own output is for a program.
	execFileSync(APT, ['--quiet', ...args], { env, stdio: ['ignore', 2, 2] });
}
