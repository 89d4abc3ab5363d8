"""The storages and streams of an OLE compound file with their content, for letters of Outlook.

Source: MS-CFB 2.2 (header), 2.3 to 2.5 (chains of sectors and of small sectors), 2.6 (directory entries).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from xlforms.errors import IntakeRefusal

_HEADER = struct.Struct("<30xHH14xI4xIIIII109I")
_ENTRY = struct.Struct("<64sHBx3I36xIQ")
_LAST_SECTOR = 0xFFFFFFFA
_MOST_ENTRIES = 50_000
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(slots=True)
class Storage:
    """A storage: the streams in it as (first sector, length) and the storages in it, by name."""

    streams: dict[str, tuple[int, int]] = field(default_factory=dict)
    storages: dict[str, Storage] = field(default_factory=dict)


class OleFile:
    """An OLE compound file in memory. Making it raises IntakeRefusal `damaged` when its directory cannot be followed.

    `root` is the outermost storage.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._open()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise IntakeRefusal("damaged", "file-broken") from error

    def read(self, stream: tuple[int, int]) -> bytes:
        """The content of a stream; IntakeRefusal `damaged` when its chain breaks off or is shorter than it says."""
        first, length = stream
        try:
            if length < self._cutoff:
                data = self._chain(self._small, first, self._small_table, self._small_size, 0, length)
            else:
                data = self._chain(self._content, first, self._table, self._size, self._size, length)
        except (struct.error, IndexError) as error:
            raise IntakeRefusal("damaged", "file-broken") from error
        if len(data) < length:
            raise IntakeRefusal("damaged", "file-broken")
        return data[:length]

    def _open(self) -> None:
        (shift, small_shift, directory, self._cutoff, small_table, _, more_tables, more_count,
         *tables) = _HEADER.unpack_from(self._content)  # fmt: skip
        if shift not in (9, 12) or small_shift != 6:
            raise IndexError("impossible size of a sector")
        self._size, self._small_size = 1 << shift, 1 << small_shift
        self._table = self._read_table(tables, more_tables, more_count)
        small = self._chain(self._content, small_table, self._table, self._size, self._size, None)
        self._small_table = struct.unpack(f"<{len(small) // 4}I", small[: len(small) // 4 * 4])
        entries = list(_ENTRY.iter_unpack(self._directory(directory)))
        if not entries or len(entries) > _MOST_ENTRIES or entries[0][2] != _ROOT:
            raise IndexError("no root")
        self._small = self._chain(self._content, entries[0][6], self._table, self._size, self._size, None)
        self._is_taken = [False] * len(entries)
        self.root = self._storage(entries, entries[0][5])

    def _read_table(self, tables: list[int], more_tables: int, more_count: int) -> tuple[int, ...]:
        """The table of all sectors: which one follows which. Its own sectors are listed, and these lists chained."""
        numbers = struct.Struct(f"<{self._size // 4}I")
        for _ in range(more_count):
            if more_tables >= _LAST_SECTOR:
                break
            *following, more_tables = numbers.unpack_from(self._content, (more_tables + 1) * self._size)
            tables.extend(following)
            if len(tables) > len(self._content) // self._size + len(following):
                raise IndexError("the list of tables has no end")
        table: list[int] = []
        for sector in dict.fromkeys(tables):
            if sector < _LAST_SECTOR:
                table.extend(numbers.unpack_from(self._content, (sector + 1) * self._size))
        return tuple(table)

    def _directory(self, first: int) -> bytes:
        directory = self._chain(self._content, first, self._table, self._size, self._size, None)
        return directory[: len(directory) // _ENTRY.size * _ENTRY.size]

    @staticmethod
    def _chain(content: bytes, first: int, table: tuple[int, ...], size: int, offset: int, length: int | None) -> bytes:
        """The sectors of a chain put together, up to a length; IndexError when it runs in a ring or out of the file."""
        pieces: list[bytes] = []
        sector, most = first, len(content) // size + 1
        if length is not None:
            if length > len(content):
                raise IndexError("a stream longer than its file")
            most = -(-length // size)
        while sector < _LAST_SECTOR and (length is None or len(pieces) < most):
            start = sector * size + offset
            if start >= len(content) or len(pieces) >= most:
                raise IndexError("the chain has no end")
            pieces.append(content[start : start + size])
            sector = table[sector]
        return b"".join(pieces)

    def _storage(self, entries: list[tuple[bytes, int, int, int, int, int, int, int]], child: int) -> Storage:
        """A storage with all below it; every entry is taken once, so that rings end.

        Storages wait in a list: their nesting may be deeper than Python can call.
        """
        root = Storage()
        waiting = [(root, child)]
        while waiting:
            storage, number = waiting.pop()
            if number >= len(entries) or self._is_taken[number]:
                continue
            self._is_taken[number] = True
            name, name_length, kind, left, right, below, first, length = entries[number]
            waiting += [(storage, left), (storage, right)]
            text = name[: max(2, min(name_length, 64)) - 2].decode("utf-16-le").lower()
            if kind == _STREAM:
                storage.streams.setdefault(text, (first, length if self._size > 512 else length & 0xFFFFFFFF))
            elif kind == _STORAGE:
                inner = storage.storages.setdefault(text, Storage())
                waiting.append((inner, below))
        return root
