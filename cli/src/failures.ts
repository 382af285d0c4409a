// Reasons why the system would not do something, in words for people.

/** Why a system call failed, such as “permission denied”. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : '';
	return reasons[code] ?? error.message;
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'not permitted',
	ENOENT: 'no such file or folder',
	ENOTDIR: 'no such file or folder',
	EISDIR: 'is a folder',
	ELOOP: 'its symbolic links go round in a circle',
	ENAMETOOLONG: 'name too long',
	ENOSPC: 'no space left on the disk',
	EROFS: 'the file system is read-only',
	EMFILE: 'too many open files',
	EIO: 'the disk failed to read or write it',
};
