// Why a command could not do what it was asked, where no error of the cluster library says it.

/** A failure that is told in one line, and ends the command with exit code 1. */
export class CtlFault extends Error {
	override readonly name = 'CtlFault';
}
