"""Reads a dataset, or an export of one, and checks what it holds. Needs NumPy, and h5py for HDF5."""

import hashlib
import json
import math
import os
import sys

import numpy as np


def shards(dataset):
    with open(os.path.join(dataset, "plan.json")) as file:
        plan = json.load(file)
    for name in sorted(name for name in os.listdir(dataset) if name.isdigit()):
        arrays = {}
        for field in plan["fields"]:
            path = os.path.join(dataset, name, field["name"] + ".npy")
            array = np.load(path, mmap_mode="r")
            assert isinstance(array, np.memmap) and array.offset == 4096, path
            assert array.dtype == np.dtype(field["dtype"]), path
            assert list(array.shape[1:]) == field["shape"], path
            arrays[field["name"]] = array
        yield plan, arrays


def whole(dataset):
    parts = [arrays for _, arrays in shards(dataset)]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def check_dataset(dataset):
    count = 0
    for plan, arrays in shards(dataset):
        coords, demand, capacity = arrays["coords"], arrays["demand"], arrays["capacity"]
        mask = arrays.get("mask", np.ones(demand.shape, np.uint8)).astype(bool)
        count += len(coords)
        assert (coords >= 0).all() and (coords <= 1).all()
        assert (demand[:, 0] == 0).all()
        assert (demand[:, 1:][mask[:, 1:]] >= 1).all() and (demand[:, 1:] <= 9).all()
        assert (demand[~mask] == 0).all() and (coords[~mask] == 0).all()
        assert (demand.max(axis=1) <= capacity).all() and (capacity > 0).all()
        if "customers" in arrays:
            assert (mask.sum(axis=1) == arrays["customers"] + 1).all()
        check_distances(arrays, mask)
    assert count == 250, count


def check_distances(arrays, mask):
    stored = arrays["distance"]
    coords = np.asarray(arrays["coords"]).astype(stored.dtype)
    dx = coords[:, :, None, 0] - coords[:, None, :, 0]
    dy = coords[:, :, None, 1] - coords[:, None, :, 1]
    full = np.sqrt(dx * dx + dy * dy)
    full[~(mask[:, :, None] & mask[:, None, :])] = 0
    nodes = coords.shape[1]
    if "neighbours" in arrays:
        others = full.copy()
        others[:, np.arange(nodes), np.arange(nodes)] = np.inf
        nearest = np.argsort(others, axis=2, kind="stable")[:, :, : stored.shape[2]]
        assert (arrays["neighbours"] == nearest).all()
        full = np.take_along_axis(full, nearest, axis=2)
    elif stored.ndim == 2:
        full = full[:, np.triu_indices(nodes, 1)[0], np.triu_indices(nodes, 1)[1]]
    assert (stored == full).all()


def check_rl4co(dataset, path):
    arrays, npz = whole(dataset), np.load(path)
    assert sorted(npz) == ["capacity", "demand", "depot", "locs"]
    assert all(npz[name].dtype == np.float32 for name in npz)
    assert (npz["locs"] == arrays["coords"][:, 1:]).all() and npz["locs"].shape == (50, 20, 2)
    assert (npz["depot"] == arrays["coords"][:, 0]).all() and npz["depot"].shape == (50, 2)
    assert (npz["demand"] == arrays["demand"][:, 1:]).all() and npz["demand"].shape == (50, 20)
    assert (npz["capacity"] == arrays["capacity"]).all() and npz["capacity"].shape == (50,)


def check_mtvrp(dataset, path):
    arrays, npz = whole(dataset), np.load(path)
    assert (npz["locs"] == arrays["coords"]).all() and npz["locs"].shape == (50, 21, 2)
    assert (npz["demand_linehaul"] == arrays["demand"][:, 1:]).all()
    assert (npz["demand_backhaul"] == arrays["demand_backhaul"][:, 1:]).all()
    assert (npz["backhaul_class"] == arrays["backhaul_class"][:, None]).all()
    assert (npz["time_windows"] == arrays["time_windows"]).all()
    assert (npz["service_time"] == arrays["service_time"]).all()
    assert npz["open_route"].dtype == bool and (npz["open_route"] == (arrays["open_route"][:, None] == 1)).all()
    assert (npz["distance_limit"] == arrays["distance_limit"][:, None]).all()
    assert np.isinf(npz["distance_limit"]).any() and np.isfinite(npz["distance_limit"]).any()
    assert (npz["vehicle_capacity"] == 30).all() and (npz["capacity_original"] == 30).all()
    assert (npz["speed"] == 1).all() and npz["speed"].shape == (50, 1)


def check_safetensors(dataset, path):
    types = {"F32": "<f4", "F64": "<f8", "I32": "<i4", "U8": "|u1"}
    arrays = whole(dataset)
    with open(path, "rb") as file:
        length = int.from_bytes(file.read(8), "little")
        head = json.loads(file.read(length))
    assert (8 + length) % 4096 == 0
    metadata = head.pop("__metadata__")
    assert all(isinstance(value, str) for value in metadata.values())
    assert head.keys() == arrays.keys()
    ends = [0]
    for name, entry in head.items():
        start, end = entry["data_offsets"]
        assert start == ends[-1]
        ends.append(end)
        array = np.memmap(path, types[entry["dtype"]], "r", 8 + length + start, tuple(entry["shape"]))
        assert array.nbytes == end - start and (array == arrays[name]).all(), name
    assert os.path.getsize(path) == 8 + length + ends[-1]


def parse_vrplib(path):
    head, sections, section = {}, {}, None
    with open(path) as file:
        for line in file.read().splitlines():
            if line.endswith("_SECTION"):
                section = sections[line] = []
            elif section is None and " : " in line:
                key, value = line.split(" : ")
                head[key] = value
            elif line != "EOF":
                section.append([float(word) for word in line.split()])
    return head, sections


TSPLIB = {
    "EUC_2D": lambda dx, dy: math.floor(math.sqrt(dx * dx + dy * dy) + 0.5),
    "CEIL_2D": lambda dx, dy: math.ceil(math.sqrt(dx * dx + dy * dy)),
    "MAN_2D": lambda dx, dy: math.floor(abs(dx) + abs(dy) + 0.5),
    "ATT": lambda dx, dy: math.ceil(math.sqrt((dx * dx + dy * dy) / 10)),
}


def check_vrplib(dataset, directory):
    arrays = whole(dataset)
    names = sorted(os.listdir(directory))
    assert names == ["routing-%012d.vrp" % index for index in range(5, 25)]
    for i, name in enumerate(names):
        head, sections = parse_vrplib(os.path.join(directory, name))
        nodes = int(head["DIMENSION"])
        assert nodes == (arrays["customers"][i] + 1 if "customers" in arrays else arrays["demand"].shape[1])
        assert int(head["CAPACITY"]) == arrays["capacity"][i]
        assert [row[1] for row in sections["DEMAND_SECTION"]] == list(arrays["demand"][i, :nodes])
        assert sections["DEPOT_SECTION"] == [[1], [-1]]
        stored = arrays["distance"][i, :nodes, :nodes]
        if head["EDGE_WEIGHT_TYPE"] == "EXPLICIT":
            weights = np.array(sections["EDGE_WEIGHT_SECTION"]).astype(stored.dtype)
        else:
            metric = TSPLIB[head["EDGE_WEIGHT_TYPE"]]
            points = [row[1:] for row in sections["NODE_COORD_SECTION"]]
            weights = np.array([[metric(a[0] - b[0], a[1] - b[1]) for b in points] for a in points])
        assert (weights == stored).all(), name


def sha512(path):
    with open(path, "rb") as file:
        return hashlib.sha512(file.read()).hexdigest()


def check_sigmf(dataset, directory):
    arrays = whole(dataset)
    with open(os.path.join(dataset, "plan.json")) as file:
        plan = json.load(file)
    files = 0
    for i in range(len(arrays["iq"])):
        base = os.path.join(directory, "radio-%012d" % (plan["first"] + i))
        with open(base + ".sigmf-collection") as file:
            streams = json.load(file)["collection"]["core:streams"]
        assert len(streams) == arrays["receiver_count"][i]
        files += 1 + 2 * len(streams)
        for r, stream in enumerate(streams):
            path = os.path.join(directory, stream["name"])
            assert sha512(path + ".sigmf-meta") == stream["hash"]
            with open(path + ".sigmf-meta") as file:
                meta = json.load(file)
            assert meta["global"]["core:datatype"] == "cf32_le"
            assert sha512(path + ".sigmf-data") == meta["global"]["core:sha512"]
            samples = np.fromfile(path + ".sigmf-data", dtype="<c8")
            assert (samples.view("<u4") == arrays["iq"][i, r].view("<u4")).all() and np.any(samples != 0)
            assert meta["annotations"][0]["core:sample_count"] == len(samples)
            assert meta["annotations"][0]["millrace:snr_db"] == arrays["snr_db"][i, r]
        assert (arrays["iq"][i, len(streams) :] == 0).all()
    assert len(os.listdir(directory)) == files


def check_avici(dataset, path):
    arrays, npz = whole(dataset), np.load(path)
    base, intervened, target = arrays["base"], arrays["intervened"], arrays["target"]
    count, worlds, rows, width = intervened.shape
    nodes = arrays.get("nodes", np.full(count, width))
    types = {"g": "<i4", "n_vars": "<i4", "x_obs": "<f4", "x_int": "<f4", "n_observations_obs": "<i4", "n_observations_int": "<i4"}
    types["is_count_data"] = "|b1"
    if "nodes" in arrays:
        types["node_mask"] = "|b1"
    assert {name: npz[name].dtype.str for name in npz} == types
    x_obs, x_int = npz["x_obs"], npz["x_int"]
    assert x_obs.shape == base.shape + (2,) and x_int.shape == (count, worlds * rows, width, 2)
    assert (npz["g"] == arrays["adjacency"]).all() and (npz["n_vars"] == nodes).all()
    assert (x_obs[..., 0] == base).all() and (x_obs[..., 1] == 0).all()
    assert (x_int[..., 0] == intervened.reshape(count, worlds * rows, width)).all()
    targets = target.reshape(count, worlds, -1)
    hit = (targets[..., None] == np.arange(width)).any(axis=2)
    assert (x_int[..., 1] == np.repeat(hit, rows, axis=1)).all() and hit.any()
    assert (npz["n_observations_obs"] == base.shape[1]).all() and not npz["is_count_data"].any()
    assert (npz["n_observations_int"] == rows * (targets[..., 0] >= 0).sum(axis=1)).all()
    for i in range(count):
        # what AVICI's model is given
        observations = np.concatenate([x_obs[i], x_int[i, : npz["n_observations_int"][i]]])[:, : nodes[i]]
        x, interv = observations[..., 0], observations[..., 1]
        assert x.shape == interv.shape == (base.shape[1] + npz["n_observations_int"][i], nodes[i])
        assert ((interv == 0) | (interv == 1)).all() and (interv[base.shape[1] :].sum(axis=1) > 0).all()
        assert (x_int[i, npz["n_observations_int"][i] :] == 0).all()
        if "node_mask" in types:
            assert (npz["node_mask"][i] == (np.arange(width) < nodes[i])).all()
            assert (npz["g"][i][~npz["node_mask"][i]] == 0).all() and (npz["g"][i][:, ~npz["node_mask"][i]] == 0).all()


def constant(dataset, name):
    return np.load(os.path.join(dataset, "constants", name + ".npy")).astype(np.float32)


def letters(arrays):
    return {name: array for name, array in arrays.items() if name in ("nu", "beta", "rho")}


def check_attributes(dataset, attributes):
    with open(os.path.join(dataset, "plan.json")) as file:
        plan = json.load(file)
    texts = {name: value.decode() for name, value in attributes.items()}
    assert texts["seed"] == plan["seed"] and texts["first"] == str(plan["first"])
    assert {name[5:]: text for name, text in texts.items() if name.startswith("spec.")} == plan["spec"]


def check_pdebench(dataset, path):
    import h5py

    arrays = whole(dataset)
    u = arrays["u"].astype(np.float32)
    with h5py.File(path, "r") as file:
        assert file.keys() == {"tensor", "x-coordinate", "t-coordinate"} | letters(arrays).keys()
        check_attributes(dataset, file.attrs)
        tensor = file["tensor"]
        assert tensor.dtype == np.float32 and (tensor[:] == u).all() and np.any(u != 0)
        for axis, length in zip("tx", u.shape[1:]):
            grid = file[axis + "-coordinate"]
            assert grid.dtype == np.float32 and grid.shape == (length,) and (grid[:] == constant(dataset, axis)).all()
        for name, values in letters(arrays).items():
            assert file[name].dtype == np.float64 and (file[name][:] == values).all()
        # as the loader of Fourier neural operators takes it
        data = np.transpose(np.array(tensor, np.float32)[::2, ::3, ::4], (0, 2, 1))[..., None]
        assert data.shape[1] == len(np.array(file["x-coordinate"])[::4])


def check_pdebench2d(dataset, path):
    import h5py

    arrays = whole(dataset)
    u = arrays["u"].astype(np.float32)
    with h5py.File(path, "r") as file:
        names = sorted(file.keys())
        assert names == ["%04d" % row for row in range(len(u))]
        check_attributes(dataset, file.attrs)
        for row, name in enumerate(names):
            group = file[name]
            assert group.keys() == {"data", "grid"} and group["grid"].keys() == {"x", "y", "t"}
            assert group["data"].dtype == np.float32 and (group["data"][:] == u[row, ..., None]).all()
            for axis, length in zip("txy", u.shape[1:]):
                grid = group["grid"][axis]
                assert grid.dtype == np.float32 and grid.shape == (length,) and (grid[:] == constant(dataset, axis)).all()
            assert dict(group.attrs) == {name: values[row] for name, values in letters(arrays).items()}


{
    "avici": check_avici,
    "dataset": check_dataset,
    "rl4co": check_rl4co,
    "mtvrp": check_mtvrp,
    "pdebench": check_pdebench,
    "pdebench2d": check_pdebench2d,
    "safetensors": check_safetensors,
    "sigmf": check_sigmf,
    "vrplib": check_vrplib,
}[sys.argv[1]](*sys.argv[2:])
