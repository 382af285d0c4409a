// The discovery document, by which clients learn what the API has: made from tables of entities and methods. The form
// is Google's (discovery#restDescription), in which fleet's schema is written.

/** The document, as `GET /discovery` gives it. */
export function discoveryDocument(): string {
	return `${JSON.stringify(describeApi(), undefined, 2)}\n`;
}

type Json = string | boolean | readonly Json[] | { readonly [key: string]: Json };

function describeApi(): Json {
	return {
		kind: 'discovery#restDescription',
		discoveryVersion: 'v1',
		id: 'fleet:v1',
		name: 'schema',
		version: 'v1',
		title: 'fleet API',
		description: '',
		documentationLink: 'http://github.com/coreos/fleet',
		protocol: 'rest',
		icons: { x16: '', x32: '' },
		labels: [],
		baseUrl: '$ENDPOINT/fleet/v1/',
		basePath: '/fleet/v1/',
		rootUrl: '$ENDPOINT/',
		servicePath: 'fleet/v1/',
		batchPath: 'batch',
		parameters: {},
		auth: {},
		schemas,
		resources,
	};
}

const text: Json = { type: 'string' };
const textMap: Json = { type: 'object', properties: {}, additionalProperties: text };
const state: Json = { type: 'string', enum: ['inactive', 'loaded', 'launched'] };

const schemas: Json = {
	Machine: entity('Machine', { id: text, primaryIP: text, metadata: textMap }),
	MachinePage: page('MachinePage', 'machines', 'Machine'),
	UnitOption: entity('UnitOption', texts('section', 'name', 'value')),
	Unit: entity('Unit', {
		name: text,
		options: listOf('UnitOption'),
		desiredState: state,
		currentState: state,
		machineID: { type: 'string', required: true },
	}),
	UnitPage: page('UnitPage', 'units', 'Unit'),
	UnitState: entity(
		'UnitState',
		texts('name', 'hash', 'machineID', 'systemdLoadState', 'systemdActiveState', 'systemdSubState'),
	),
	UnitStatePage: page('UnitStatePage', 'states', 'UnitState'),
};

const unitNameInPath = {
	parameters: { unitName: parameter('path', { required: true }) },
	parameterOrder: ['unitName'],
};

const resources: Json = {
	Machines: {
		methods: {
			List: method('Machine.List', 'Retrieve a page of Machine objects.', 'GET', 'machines', {
				...query('nextPageToken'),
				...response('MachinePage'),
			}),
		},
	},
	Units: {
		methods: {
			List: method('Unit.List', 'Retrieve a page of Unit objects.', 'GET', 'units', {
				...query('nextPageToken'),
				...response('UnitPage'),
			}),
			Get: method('Unit.Get', 'Retrieve a single Unit object.', 'GET', 'units/{unitName}', {
				...unitNameInPath,
				...response('Unit'),
			}),
			Delete: method('Unit.Delete', 'Delete the referenced Unit object.', 'DELETE', 'units/{unitName}', unitNameInPath),
			Set: method('Unit.Set', 'Create or update a Unit.', 'PUT', 'units/{unitName}', {
				...unitNameInPath,
				request: { $ref: 'Unit' },
			}),
		},
	},
	UnitState: {
		methods: {
			Get: method('UnitState.Get', 'Retrieve a page of a single UnitState object.', 'GET', 'state/{unitName}', {
				...unitNameInPath,
				...response('UnitState'),
			}),
			List: method('UnitState.List', 'Retrieve a page of UnitState objects.', 'GET', 'state', {
				...query('nextPageToken', 'unitName', 'machineID'),
				...response('UnitStatePage'),
			}),
		},
	},
};

function entity(id: string, properties: { readonly [key: string]: Json }): Json {
	return { id, type: 'object', properties };
}

function page(id: string, list: string, of: string): Json {
	return entity(id, { [list]: listOf(of), nextPageToken: text });
}

function listOf(of: string): Json {
	return { type: 'array', items: { $ref: of } };
}

function texts(...names: readonly string[]): { readonly [key: string]: Json } {
	return Object.fromEntries(names.map((name) => [name, text]));
}

function method(
	id: string,
	description: string,
	httpMethod: string,
	path: string,
	rest: { readonly [key: string]: Json },
): Json {
	return { id: `fleet.${id}`, description, httpMethod, path, ...rest };
}

function query(...names: readonly string[]): { readonly parameters: Json } {
	return { parameters: Object.fromEntries(names.map((name) => [name, parameter('query')])) };
}

function response(of: string): { readonly response: Json } {
	return { response: { $ref: of } };
}

function parameter(location: string, more: { readonly [key: string]: Json } = {}): Json {
	return { type: 'string', location, ...more };
}
