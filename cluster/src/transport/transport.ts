// What an API needs of a road to a cluster: HTTP requests and answers, whole or as they come, and nothing of how the
// bytes travel. The roads themselves (unix socket, TCP, TLS, SSH) stand beside this file.

/** One HTTP request, the path with its query, such as `/fleet/v1/units?alt=json`. */
export interface HttpRequest {
	readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Milliseconds until the whole answer must be there (`send`), or its head (`open`). */
	readonly timeout?: number;
}

/** One HTTP answer. */
export interface HttpResponse {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** An answer whose body is read as it comes. */
export interface HttpStream {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly chunks: AsyncIterable<Uint8Array>;
}

/** A road to one endpoint. Failures are `ClusterError`s. */
export interface Transport {
	/** The address as people know it. */
	readonly label: string;
	/** Sends a request and reads the whole answer, which must not be larger than a set limit. */
	send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
	/** Sends a request and hands out the body as it comes; has no time limit after the head. */
	open(request: HttpRequest, signal: AbortSignal): Promise<HttpStream>;
	/** Ends all connections; what is under way fails as `cancelled`. */
	dispose(): Promise<void>;
}

/** Running programs on a cluster's machines. */
export interface MachineAccess {
	/** The argv that runs a command on the machine with that address from here; no command means a shell. */
	argv(address: string, command: readonly string[], options?: { readonly interactive?: boolean }): readonly string[];
	/** Runs a command to its end. */
	run(
		address: string,
		command: readonly string[],
		signal: AbortSignal,
	): Promise<{
		readonly exitCode: number;
		readonly stdout: string;
		readonly stderr: string;
	}>;
	/** Runs a command and hands out its lines as they come. Ends as the command ends; throws when it fails. */
	lines(address: string, command: readonly string[], signal: AbortSignal): AsyncIterable<string>;
	dispose(): Promise<void>;
}
