from concurrent.futures import ThreadPoolExecutor

def sum_of_squares(numbers):
    return sum(n * n for n in numbers)

def threads(chunks, workers):
    with ThreadPoolExecutor(workers) as pool:
        return sum(pool.map(sum_of_squares, chunks))
