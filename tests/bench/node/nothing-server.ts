import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// An endpoint that reads the body and says "taken": what is left is the cost of the loop itself.
const server = createServer((request, response) => {
	const cors = {
		'access-control-allow-origin': '*',
		'access-control-allow-headers': '*, authorization',
		'access-control-max-age': '600'
	};
	if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
	request.resume().on('end', () => {
		const acked = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('acked'));
		const cursor = { epoch: 'nothing', position: 0, hash: '' };
		const answer = { epoch: 'nothing', ackedSeq: acked, quarantined: [], facts: [], cursor, more: false };
		response.writeHead(200, { ...cors, 'content-type': 'application/json' });
		response.end(JSON.stringify({ ...answer, serverTime: Date.now() }));
	});
});
server.listen(0, '127.0.0.1', () => {
	process.stdout.write(`listening on ${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
