"""Reading once more a file that could not be read before: a copy of it, as if it had been uploaded."""

import shutil
from pathlib import Path

from api.uploads.job import Job, UploadedFile
from api.uploads.jobs import Jobs
from corpus.errors import NotFound
from corpus.store import Failure


def read_again(jobs: Jobs, failure: Failure) -> Job:
    """Have the file read again; where that goes well it is no open problem any more.

    Raises:
        NotFound: the file does not lie there any longer.
        LimitExceeded: so many uploads wait already that no more are taken.
    """
    folder = jobs.new_folder()
    path = folder / "1" / failure.file
    path.parent.mkdir()
    try:
        shutil.copyfile(Path(failure.path), path)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise NotFound(
            f"”{failure.file}” ligger inte kvar där den låg. Lägg till filen på nytt, så läses den igen."
        ) from None
    return jobs.add(folder, [UploadedFile(1, failure.file, path.stat().st_size, path)])
