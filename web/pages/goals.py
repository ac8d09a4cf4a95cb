"""Måluppfyllelse: the goals of one report as a tree, each with its target, its outcome and its status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from starlette.requests import Request

from api.knowledge import Knowledge
from corpus.model import Commitment, Figure
from corpus.store import FactQuery, StoredFact
from corpus.store.items import COMMITMENTS, FIGURES
from web import links, words
from web.answer import Answer
from web.pages import commitments, fact_row
from web.pages.references import named

NO_OUTCOME = "inget utfall redovisat"


@dataclass(frozen=True, slots=True)
class Goal:
    """A row of a goal table."""

    row: commitments.CommitmentRow
    outcome: str


@dataclass(frozen=True, slots=True)
class Node:
    """A link of the chain: a goal, a success factor, a measure; what stands under it."""

    name: str
    goals: list[Goal] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def child(self, name: str) -> "Node":
        """The link of this name under this one, made where it is missing."""
        for child in self.children:
            if child.name == name:
                return child
        self.children.append(Node(name))
        return self.children[-1]


def respond(knowledge: Knowledge, request: Request) -> Answer:
    """The goals of the report.

    Raises:
        NotFound: there is no such report.
        AmbiguousName: several reports bear the name.
    """
    store = knowledge.store
    report = named(store, request.path_params["reference"])
    wanted = FactQuery(reports=(report.id,))
    figures = store.find_facts(FIGURES, replace(wanted, kind="outcome")).facts
    held = store.find_facts(COMMITMENTS, replace(wanted, goals=True)).facts
    commitments_in_all = store.find_facts(COMMITMENTS, replace(wanted, limit=0)).total
    values: dict[str, object] = {
        "title": report.metadata.title,
        "period": words.period(report.metadata.period),
        "report": links.report(report.id),
        "commitments": links.commitments(rapport=report.id),
        "others": commitments_in_all - len(held),
        "goals": len(held),
        "tree": tree(held, [stored.fact for stored in figures]),
    }
    return Answer("goals.html", values)


def tree(held: Iterable[StoredFact[Commitment]], figures: Sequence[Figure]) -> list[Node]:
    """The goals by their chains, in reading order."""
    root = Node("")
    for stored in held:
        node = root
        for name in stored.fact.goal_path:
            node = node.child(name)
        node.goals.append(Goal(commitments.row(stored), outcome(stored.fact, figures)))
    return root.children


def outcome(goal: Commitment, figures: Iterable[Figure]) -> str:
    """The outcomes that stand in the goal's own row, or that none does."""
    reached = [
        fact_row.number(figure) + (f" ({words.period(figure.period)})" if figure.period else "")
        for figure in figures
        if figure.kind == "outcome" and goal.table_id and figure.table_id == goal.table_id and _one_row(goal, figure)
    ]
    return "; ".join(dict.fromkeys(reached)) or NO_OUTCOME


def _one_row(goal: Commitment, figure: Figure) -> bool:
    same_words = goal.quote.split() == figure.quote.split()
    return same_words or bool(goal.source.boxes and goal.source.boxes == figure.source.boxes)
