import { type Application, type StepState } from '#lib/domain/application/application.ts';
import { type Diagram, type DiagramBox } from '#lib/domain/regulation/diagram.ts';
import { type BoxMark } from '#lib/domain/regulation/diagram-box.ts';

/**
 * Where an application stands in the diagram of its regulation. Before the decision both processes lie ahead, and an
 * application at the executor stands at the decision itself; after it the other process is out of the question.
 */
export function marksOf(
	diagram: Diagram,
	{ application, note }: { application: Application; note: (step: StepState) => string[] }
): Map<string, BoxMark> {
	const { steps, decision, state } = application;
	const isOnItsWay = state === 'open' || state === 'numberOnly';
	const steady = (step: StepState | undefined): BoxMark => {
		if (!step) return ahead;
		if (step.state === 'jumped') return { state: 'gap', notes: [] };
		if (step.state === 'here') return isOnItsWay ? { state: 'here', notes: [] } : ahead;
		return { state: step.state, notes: step.done ? note(step) : [] };
	};
	const of = (fact: string | undefined) => steady(steps.find(({ step }) => step.fact === fact));
	const end: BoxMark = state === 'handedOut' ? { state: 'done', notes: [] } : ahead;
	const markOf = (box: DiagramBox): BoxMark => {
		if (box.kind === 'applies') return application.acceptance ? { state: 'done', notes: [] } : ahead;
		if (box.kind === 'decision') return decisionMark(of('drafted'), decision !== null);
		if (box.way !== 'both' && decision && decision.kind !== box.way) return { state: 'off', notes: [] };
		if (box.kind === 'collects') return box.way === 'both' || decision ? end : ahead;
		const mark = of(box.step?.fact);
		return box.way !== 'both' && !decision && mark.state === 'here' ? ahead : mark;
	};
	return new Map(diagram.boxes.map((box) => [box.id, markOf(box)]));
}

const ahead: BoxMark = { state: 'ahead', notes: [] };

function decisionMark(drafted: BoxMark, isDecided: boolean): BoxMark {
	if (isDecided) return { state: 'done', notes: [] };
	return drafted.state === 'here' ? { state: 'here', notes: [] } : ahead;
}
