"""Which texts are encoded together."""

from collections.abc import Sequence


def plan(lengths: Sequence[int], budget: int) -> list[list[int]]:
    """Group texts of like length, so that little of a batch is padding.

    Args:
        lengths: tokens in each text.
        budget: most tokens in a batch, padding included; a longer text is a batch of its own.

    Returns:
        The texts' positions, batch by batch, longest first (ties in the order given): the batch that needs the most
        memory comes first.
    """
    order = sorted(range(len(lengths)), key=lambda number: -lengths[number])
    batches: list[list[int]] = []
    for number in order:
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= budget:
            batches[-1].append(number)
        else:
            batches.append([number])
    return batches
