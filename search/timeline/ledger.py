"""The ledger of commitments: what was promised on a topic, and what became of it."""

from collections.abc import Mapping, Sequence

from corpus.store import HandLink, StoredReport
from corpus.swedish.analysis import Analyzer
from search.timeline.comparison import Judged, Thread
from search.timeline.ends import Ends
from search.timeline.events import key_of, thread_of
from search.timeline.handlinks import put_in_force
from search.timeline.promises import Said, said_of
from search.timeline.statements import Statement
from search.timeline.threads import Scale, Strand, strands_of
from search.timeline.topics import Topic

#: A commitment is of the topic from this share of the topic's words on, headings counting less.
ON_TOPIC = 0.3
UNDER_HEADING = 0.7
#: Threads that are told, those of most reports first; and things said that are held against each other, those nearest
#: to the topic: all pairs of so many take a third of a second.
MOST_THREADS = 40
MOST_SAID = 500


def ledger(
    statements: Sequence[Statement],
    reports: Sequence[StoredReport],
    analyzer: Analyzer,
    links: Sequence[HandLink],
    topic: Topic | None = None,
    ends: Ends | None = None,
) -> tuple[Thread, ...]:
    """Threads of commitments, those that most reports speak of first; of the topic's only, where there is one.

    Args:
        statements: what was read for the topic.
        reports: those that are compared.
        analyzer: what the statements are made ready with.
        links: what people said of links.
        topic: what threads must be of.
        ends: brings in what links lead to beyond the statements, so that a link shows wherever one of its ends does.
    """
    by_id = {report.id: report for report in reports}
    near = _near(statements) if topic else statements
    said = said_of(near, by_id, analyzer)
    scale = Scale(said)
    strands = strands_of(said, scale)
    judged = put_in_force(strands, [*said, *(ends.beside(said, links) if ends else ())], links)
    wanted = [strand for strand in strands if topic is None or _is_of(strand, topic, judged)]
    threads = [thread_of(strand, reports, scale.weights, judged) for strand in wanted]
    threads.sort(key=lambda thread: (-len({event.report.id for event in thread.events}), thread.id))
    return tuple(threads if topic is None else threads[:MOST_THREADS])


def _near(statements: Sequence[Statement]) -> list[Statement]:
    """Those that may be said here: the nearest to the topic, as many as can be compared."""
    if len(statements) <= MOST_SAID:
        return list(statements)
    return sorted(statements, key=lambda one: (-(one.held + one.fused), one.passage.number, one.at))[:MOST_SAID]


def _is_of(strand: Strand, topic: Topic, judged: Mapping[str, Judged]) -> bool:
    """Whether a commitment of a strand is of the topic, or something that people added to it is."""
    added = {key for key, one in judged.items() if one.state == "added"}
    telling = (member for member in strand.members if member.commitment or key_of(member) in added)
    return max(_share(member, topic) for member in telling) >= ON_TOPIC


def _share(member: Said, topic: Topic) -> float:
    goals = " ".join(member.commitment.goal_path) if member.commitment else ""
    return max(topic.held_by(f"{member.text} {goals}"), UNDER_HEADING * topic.held_by(member.heading))
