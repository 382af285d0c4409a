// A backend through which the cluster cannot be changed, whatever its user tries. What a shell on a machine does is
// beyond it.

import type { Capability, ClusterBackend } from './backend.ts';
import { ClusterError } from './errors.ts';

/** The backend without its writes: they are refused, and what it could change is no capability of it any more. */
export function readOnly(backend: ClusterBackend): ClusterBackend {
	const refuse = () => Promise.reject(new ClusterError('refused', `${backend.label} is set to be only read`, advice));
	const capabilities = [...backend.capabilities].filter((capability) => !changing.includes(capability));
	return {
		...backend,
		capabilities: new Set(capabilities),
		submit: refuse,
		setDesiredState: refuse,
		destroy: refuse,
		setMetadata: refuse,
		repairDesiredState: refuse,
	};
}

const advice = { advice: 'take `readOnly` out of the settings of this cluster' };

const changing: readonly Capability[] = ['submit', 'metadata', 'repair'];
