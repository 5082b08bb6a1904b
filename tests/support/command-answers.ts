import { type Command } from '#lib/domain/application/decide.ts';

/** In this order the codes of a row follow each other. */
export const ROLES_IN_ROWS = [
	'centerInspector',
	'accumulationInspector',
	'centerHead',
	'chancery',
	'head',
	'executor',
	'admin'
] as const;

/** States, by name, and the answer in them: `ok` or the code of the refusal, one for every role or one for each. */
type Row = readonly [states: string, answers: string];

const CLOSED: readonly Row[] = [
	['numberOnly', 'knownByNumberOnly'],
	['handedOut', 'alreadyHandedOut'],
	['withdrawn', 'withdrawn'],
	['annulled', 'annulled'],
	['renumbered', 'renumbered']
];

/** What each act is answered, by role and state; `rest`: every state that no other row of the act names. */
export const ANSWERS: { [K in Command['kind']]: readonly Row[] } = {
	amend: [
		...CLOSED,
		[
			'accepted collected dispatched arrived registered assigned printed packetLost packetMissing collision',
			'ok noRight noRight ok noRight noRight noRight'
		],
		['drafted signed recorded returned resultsArrived twoDrafts resultDamaged', 'notAllowedNow']
	],
	withdraw: [...CLOSED, ['rest', 'ok noRight noRight ok noRight noRight noRight']],
	returnDocuments: [
		['rest', 'notAllowedNow'],
		['withdrawn', 'ok ok noRight notHolder noRight noRight noRight'],
		['annulled', 'ok ok noRight ok noRight noRight noRight']
	],
	relabel: [['rest', 'ok ok ok ok ok ok noRight']],
	print: [
		['numberOnly annulled renumbered', 'knownByNumberOnly'],
		['rest', 'ok']
	],
	spoilReceipt: [
		['rest', 'unknownFact noRight unknownFact unknownFact unknownFact unknownFact noRight'],
		['printed', 'ok noRight ok ok ok ok noRight']
	],
	lose: [
		['rest', 'ok ok ok ok ok ok noRight'],
		['packetLost', 'lookedFor lookedFor lookedFor lookedFor lookedFor lookedFor noRight']
	],
	find: [
		['rest', 'notAllowedNow notAllowedNow notAllowedNow notAllowedNow notAllowedNow notAllowedNow noRight'],
		['packetLost packetMissing', 'ok ok ok ok ok ok noRight']
	],
	annul: [
		[
			'numberOnly arrived registered signed returned packetMissing',
			'annulNotYours annulNotYours annulNotYours ok ok annulNotYours annulNotYours'
		],
		['accepted withdrawn collision', 'ok annulNotYours ok ok annulNotYours annulNotYours annulNotYours'],
		[
			'collected dispatched resultsArrived resultDamaged',
			'annulNotYours ok ok annulNotYours annulNotYours annulNotYours annulNotYours'
		],
		['assigned', 'annulNotYours annulNotYours annulNotYours annulNotYours ok annulNotYours annulNotYours'],
		['drafted recorded twoDrafts', 'annulNotYours annulNotYours annulNotYours ok ok ok annulNotYours'],
		['handedOut', 'annulAfterHandOut'],
		['printed annulled renumbered', 'cannotAnnulKind'],
		['packetLost', 'annulNotYours ok ok ok ok annulNotYours annulNotYours']
	],
	renumber: [
		['rest', 'notAllowedNow'],
		['collision', 'ok noRight ok wrongOrg wrongOrg noRight noRight']
	],
	settle: [
		['numberOnly packetLost packetMissing', 'noRight ok ok noRight ok noRight noRight'],
		['rest', 'alreadyDone'],
		['twoDrafts collision', 'noRight noRight ok noRight ok noRight noRight'],
		['resultDamaged', 'noRight noRight ok ok ok noRight noRight']
	],
	settleFlag: [['rest', 'noRight noRight unknownFact noRight unknownFact noRight unknownFact']],
	handOut: [
		['rest', 'notReady noRight noRight notReady noRight notReady noRight'],
		['recorded', 'notReady noRight noRight ok noRight ok noRight'],
		['resultsArrived', 'ok noRight noRight notReady noRight notReady noRight'],
		['handedOut', 'alreadyHandedOut'],
		['resultDamaged', 'resultDamaged noRight noRight notReady noRight notReady noRight'],
		['annulled', 'annulled'],
		['renumbered', 'renumbered']
	],
	call: [
		['rest', 'notReady noRight noRight notReady noRight notReady noRight'],
		['recorded', 'notReady noRight noRight ok noRight ok noRight'],
		['resultsArrived', 'ok noRight noRight notReady noRight notReady noRight'],
		['handedOut', 'alreadyHandedOut'],
		['resultDamaged', 'resultDamaged noRight noRight notReady noRight notReady noRight'],
		['annulled', 'annulled'],
		['renumbered', 'renumbered']
	],
	register: [
		['numberOnly arrived', 'noRight noRight noRight ok noRight noRight noRight'],
		[
			'accepted collected dispatched printed packetMissing collision renumbered',
			'noRight noRight noRight notArrived noRight noRight noRight'
		],
		[
			'registered assigned drafted signed recorded returned resultsArrived twoDrafts resultDamaged',
			'noRight noRight noRight alreadyDone noRight noRight noRight'
		],
		['handedOut', 'alreadyHandedOut'],
		['packetLost', 'noRight noRight noRight lookedFor noRight noRight noRight'],
		['withdrawn', 'withdrawn'],
		['annulled', 'annulled']
	],
	noteResult: [
		...CLOSED,
		[
			'accepted collected dispatched arrived printed packetLost packetMissing collision',
			'noRight noRight noRight wrongStep noRight noRight noRight'
		],
		['registered assigned drafted signed twoDrafts', 'noRight noRight noRight ok noRight noRight noRight'],
		['recorded returned resultsArrived resultDamaged', 'noRight noRight noRight alreadyDone noRight noRight noRight']
	],
	record: [
		...CLOSED,
		[
			'accepted collected dispatched arrived registered assigned drafted printed packetLost packetMissing twoDrafts collision',
			'noRight noRight noRight notSigned noRight noRight noRight'
		],
		['signed', 'noRight noRight noRight ok noRight noRight noRight'],
		['recorded returned resultsArrived resultDamaged', 'noRight noRight noRight alreadyDone noRight noRight noRight']
	],
	assign: [
		...CLOSED,
		[
			'accepted collected dispatched arrived printed packetLost packetMissing collision',
			'noRight noRight noRight noRight wrongStep noRight noRight'
		],
		['registered assigned', 'noRight noRight noRight noRight ok noRight noRight'],
		['drafted twoDrafts', 'noRight noRight noRight noRight draftPending noRight noRight'],
		[
			'signed recorded returned resultsArrived resultDamaged',
			'noRight noRight noRight noRight alreadySigned noRight noRight'
		]
	],
	examine: [
		...CLOSED,
		[
			'accepted collected dispatched arrived registered printed packetLost packetMissing collision',
			'noRight noRight noRight noRight noRight wrongStep noRight'
		],
		[
			'assigned drafted signed recorded returned resultsArrived twoDrafts resultDamaged',
			'noRight noRight noRight noRight noRight ok noRight'
		]
	],
	draft: [
		...CLOSED,
		[
			'accepted collected dispatched arrived registered printed packetLost packetMissing collision',
			'noRight noRight noRight noRight noRight wrongStep noRight'
		],
		['assigned drafted twoDrafts', 'noRight noRight noRight noRight noRight ok noRight'],
		[
			'signed recorded returned resultsArrived resultDamaged',
			'noRight noRight noRight noRight noRight alreadySigned noRight'
		]
	],
	sendBack: [
		...CLOSED,
		[
			'accepted collected dispatched arrived registered assigned printed packetLost packetMissing collision',
			'noRight noRight noRight noRight wrongStep noRight noRight'
		],
		['drafted twoDrafts', 'noRight noRight noRight noRight ok noRight noRight'],
		[
			'signed recorded returned resultsArrived resultDamaged',
			'noRight noRight noRight noRight alreadySigned noRight noRight'
		]
	],
	chooseDraft: [
		...CLOSED,
		[
			'accepted collected dispatched arrived registered assigned printed packetLost packetMissing collision',
			'noRight noRight noRight noRight wrongStep noRight noRight'
		],
		['drafted', 'noRight noRight noRight noRight notAllowedNow noRight noRight'],
		[
			'signed recorded returned resultsArrived resultDamaged',
			'noRight noRight noRight noRight alreadySigned noRight noRight'
		],
		['twoDrafts', 'noRight noRight noRight noRight ok noRight noRight']
	],
	sign: [
		...CLOSED,
		[
			'accepted collected dispatched arrived registered assigned printed packetLost packetMissing collision',
			'noRight noRight noRight wrongStep wrongStep noRight noRight'
		],
		['drafted', 'noRight noRight noRight ok ok noRight noRight'],
		[
			'signed recorded returned resultsArrived resultDamaged',
			'noRight noRight noRight alreadySigned alreadySigned noRight noRight'
		],
		['twoDrafts', 'noRight noRight noRight twoDrafts twoDrafts noRight noRight']
	],
	redirect: [
		...CLOSED,
		[
			'accepted collected dispatched printed packetLost packetMissing collision',
			'wrongOrg wrongOrg wrongOrg notHolder notHolder noRight wrongOrg'
		],
		['arrived registered assigned', 'wrongOrg wrongOrg wrongOrg ok ok noRight wrongOrg'],
		[
			'drafted signed recorded returned resultsArrived twoDrafts resultDamaged',
			'wrongOrg wrongOrg wrongOrg draftPending draftPending noRight wrongOrg'
		]
	]
};
