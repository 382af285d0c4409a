// Whether any cluster is configured, as far as that can be said at a glance. Whether each makes sense is found out when
// they are read (configured.ts), which takes more code than a window should load at its start.

/** Whether the setting or the environment name a cluster. */
export function anyConfigured(clusters: unknown, env: NodeJS.ProcessEnv): boolean {
	return (Array.isArray(clusters) && clusters.length > 0) || isNamedBy(env);
}

/** Whether the variables of fleetctl lead to a cluster: by an endpoint, or by a tunnel. */
export function isNamedBy({ FLEETCTL_ENDPOINT: endpoint, FLEETCTL_TUNNEL: tunnel }: NodeJS.ProcessEnv): boolean {
	return Boolean(endpoint) || Boolean(tunnel);
}
