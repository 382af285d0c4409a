// Which rows and columns a filter leaves: those in which all of its words stand somewhere.

import { hasAll, wordsOf } from '../cluster-view/filter.ts';
import type { Column, MapModel, Row } from './map-model.ts';
import { marks } from './marks.ts';

/** The units that a filter leaves: by name, requirement, state, place; `moved`, `new`, `nowhere`, `template`, `global`. */
export function filterRows({ rows }: Pick<MapModel, 'rows'>, filter: string): readonly Row[] {
	const words = wordsOf(filter);
	return words.length === 0 ? rows : rows.filter((row) => hasAll(rowText(row), words));
}

/** The machines that a filter leaves: by ID, address and metadata; `down`. */
export function filterColumns({ columns }: Pick<MapModel, 'columns'>, filter: string): readonly Column[] {
	const words = wordsOf(filter);
	return words.length === 0 ? columns : columns.filter((column) => hasAll(columnText(column), words));
}

function rowText({ name, unit, requirements, condition, place, isMoved, isNew, isNowhere, isTemplate }: Row): string {
	const flags = [
		isMoved && 'moved',
		isNew && 'new',
		isNowhere && 'nowhere',
		isTemplate && 'template',
		unit.requirements.global && 'global',
	];
	return [name, requirements, condition, place, ...flags.filter((flag) => flag !== false)].join(' ');
}

function columnText({ id, name, metadata, load }: Column): string {
	return [id, name, metadata, load === undefined ? marks.down.word : ''].join(' ');
}
