import { describe, expect, it } from 'vitest';
import { deployed, etcdFor, patroniFor } from './configuration.ts';

const own = { node: 'node2', data: '/disk/data', sockets: '/sockets' } as const;

describe('the configuration that an installation copies', () => {
	it('N370 becomes that of another machine: its name and its addresses, and the members of etcd as they are', () => {
		const text = patroniFor(deployed('patroni.yml'), own);
		expect(text).toMatch(/^name: node2$/m);
		expect(text.match(/(?:listen|connect_address): 10\.0\.0\.12:\d+/g)).toHaveLength(4);
		expect(text).toContain('hosts: 10.0.0.11:2379,10.0.0.12:2379,10.0.0.13:2379');
		expect(text).toContain('data_dir: /disk/data\n');
		expect(text).toContain('unix_socket_directories: /sockets\n');
	});

	it('N370 requires a standby for every write, keeps to the rule of its times, and starts no primary that died', () => {
		const setting = (name: string) => new RegExp(`^ +${name}: (\\S+)$`, 'm').exec(deployed('patroni.yml'))![1];
		const seconds = (name: string) => Number(setting(name));
		expect([setting('synchronous_mode'), setting('synchronous_mode_strict')]).toEqual(['true', 'true']);
		expect(setting('synchronous_commit')).toBe("'on'");
		expect(seconds('loop_wait') + 2 * seconds('retry_timeout')).toBeLessThanOrEqual(seconds('ttl'));
		expect(seconds('primary_start_timeout')).toBe(0);
	});

	it('N370 gives etcd of each machine its own addresses, and all the same members', () => {
		const env = etcdFor(deployed('etcd.env'), own);
		expect(env).toMatchObject({
			ETCD_NAME: 'node2',
			ETCD_DATA_DIR: '/disk/data',
			ETCD_LISTEN_CLIENT_URLS: 'http://10.0.0.12:2379',
			ETCD_INITIAL_ADVERTISE_PEER_URLS: 'http://10.0.0.12:2380'
		});
		expect(env.ETCD_INITIAL_CLUSTER).toBe(
			etcdFor(deployed('etcd.env'), { ...own, node: 'node3' }).ETCD_INITIAL_CLUSTER
		);
	});

	it('N370 is refused where a place of it is not there any more', () => {
		expect(() => patroniFor('name: node1', own)).toThrow('The configuration has no');
	});

	it('N370 ends connections to a machine that HAProxy cannot ask', () => {
		expect(deployed('haproxy.cfg')).toContain('on-marked-down shutdown-sessions');
		expect(deployed('haproxy.cfg').match(/^\tserver node\d 10\.0\.0\.1\d:5432 .*check port 8008$/gm)).toHaveLength(3);
	});
});
