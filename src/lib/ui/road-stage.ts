/** One stage of an application's road. `gap`: gone past without a record. */
export type RoadStage = {
	readonly id: string;
	readonly label: string;
	readonly state: 'done' | 'here' | 'ahead' | 'gap';
	/** When and by whom, or by when. */
	readonly detail?: string;
};
